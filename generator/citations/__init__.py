"""Papers as references in the formats that other programs read: one file per format.

Each format has `ENDING`, `entry(reference, abstract)` for one paper and `bundle(entries)` for a file of many.
A reference says what is known and nothing else: no year, author or place of publication is made up.
"""

from __future__ import annotations

from generator.citations import bibtex, csl_json, markdown, ris
from generator.citations.reference import Reference as Reference
from generator.citations.reference import references_of as references_of

FORMATS = (bibtex, ris, csl_json, markdown)
