"""Papershelf: from any list of research papers to a searchable library. Start reading at build.py."""

__version__ = "0.1.0"
