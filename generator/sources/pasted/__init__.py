"""How text copied from a web page becomes entries: lines, their shapes, and the cheapest explanation."""
