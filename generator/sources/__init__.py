"""A shelf of readers: each turns the text of a listing of one format into records."""

from generator.sources.shelf import FORMATS as FORMATS
from generator.sources.shelf import read_all as read_all
from generator.sources.shelf import read_one as read_one
