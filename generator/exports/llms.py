"""llms.txt: what is here, as a language model reads it, with links to the Markdown of each part (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.citations import markdown
from generator.citations.markdown import escaped
from generator.config import Settings
from generator.model import File, Library, Topic
from generator.render.numbers import count

PATH = "llms.txt"
_DATA = (
    ("catalogue", "data/papers.jsonl", "every paper with all that is known of it, a line of JSON each"),
    ("sqlite", "data/papers.sqlite", "the same as a SQLite database with full-text search"),
    ("citations", "cite/library.bib", "every paper as BibTeX"),
    ("feeds", "feeds/library.xml", "the newest papers, as Atom"),
)


def files(library: Library, settings: Settings) -> Iterator[File]:
    """The file: name, sentence, topics, listings, data. Links are absolute where the site knows its address."""
    blocks = [f"# {escaped(settings.site_name)}"]
    if settings.site_description:
        blocks.append(f"> {escaped(settings.site_description)}")
    blocks.append(f"A library of {count(len(library.papers), 'paper')}, sorted by topic.")
    blocks += [f"## {name}\n\n" + "\n".join(lines) for name, lines in _sections(library, settings) if lines]
    yield File(PATH, ("\n\n".join(blocks) + "\n").encode())


def _sections(library: Library, settings: Settings) -> Iterator[tuple[str, list[str]]]:
    # Without twins the pages themselves.
    ending = markdown.ENDING if settings.has("twins") else "html"
    used = {match.topic for matches in library.matches.values() for match in matches}
    used |= {library.topics[slug].parent for slug in used}
    topics = [topic for topic in library.topics.values() if topic.slug in used]
    yield (
        "Topics",
        [
            _line(_name(one, library), f"topics/{one.slug}.{ending}", one.definition, settings)
            for one in topics
        ],
    )
    listings = library.listings
    yield (
        "Listings",
        [_line(one.title, f"listings/{one.name}.{ending}", one.date, settings) for one in listings],
    )
    yield "Data", [_line(path, path, about, settings) for name, path, about in _DATA if settings.has(name)]


def _name(topic: Topic, library: Library) -> str:
    return f"{library.topics[topic.parent].name}: {topic.name}" if topic.parent else topic.name


def _line(name: str, path: str, about: str, settings: Settings) -> str:
    link = f"- [{escaped(name)}](<{settings.address(path) or path}>)"
    return f"{link}: {escaped(about)}" if about else link
