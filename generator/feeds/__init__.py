"""Feeds: what came into a library, a topic or a listing, newest first, for programs that follow."""
