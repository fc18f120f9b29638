"""BibTeX: entries of a file, values of fields, names of people."""
