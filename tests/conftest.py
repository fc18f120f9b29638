"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# No test is timed: machines differ, and are busy.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")
