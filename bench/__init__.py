"""Measurements, printed as ratios: seconds differ between machines, ratios hardly do. Run: make bench."""
