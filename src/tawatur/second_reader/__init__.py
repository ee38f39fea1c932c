"""A language model as second reader: it is asked who vouches where the program's own reading is uncertain.

Its word counts only in the article's own words: what it names must stand in the text. The model can be any behind an
OpenAI-compatible address; nothing is imported and nothing is sent unless `Settings.ask_url` names one.
"""

from __future__ import annotations

from tawatur.second_reader.asking import read_again
from tawatur.second_reader.endpoint import check

__all__ = ["check", "read_again"]
