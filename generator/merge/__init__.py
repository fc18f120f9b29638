"""Records of one paper become one paper; every place it was seen is kept."""

from generator.merge.papers import Merged as Merged
from generator.merge.papers import merge as merge
from generator.merge.report import Report as Report
