"""Front matter: the values of a page as YAML at its head, by python-frontmatter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import frontmatter

from generator.render.page import FRONT
from generator.text.markdown import front_title

_PLACE = {name: place for place, name in enumerate(FRONT)}


def with_front(front: Mapping[str, Any], body: str) -> str:
    """The whole text of a page. Raises ValueError for a key that pages do not have.

    `title` is written as HTML text, because themes write it into pages as it is; everything else is plain.
    Values that say nothing (None, empty) are left out.
    """
    unknown = front.keys() - _PLACE.keys()
    if unknown:
        raise ValueError(f"front matter has no {', '.join(sorted(unknown))}; known are {', '.join(FRONT)}")
    post = frontmatter.Post(body)
    post.metadata.update(
        (name, front_title(front[name]) if name == "title" else front[name])
        for name in sorted(front, key=_PLACE.__getitem__)
        if front[name] not in (None, "", [], {})
    )
    # One line a value, in our order: a change of a paper changes the lines that it changes.
    text: str = frontmatter.dumps(post, sort_keys=False, width=10**9)
    return text + "\n"
