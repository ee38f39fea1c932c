"""Words of the outlet inside what is reported as a noun: "أعلن استقالته بعد أن …", "دافع عن القرار، وجاء ذلك …"."""

from __future__ import annotations

from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_NOUNS = {"object", "preposition"}  # complements that name what is told of and open no clause
_SINCE = {"بعد", "منذ"}
_SURE = 0.8
_DOUBTED = 0.6
"""How probable words must be a speaker's, to go on with a noun that was told of (annotated articles)."""


def is_aside(parse: Parse, stretch: Range, frame: Frame, said: float) -> bool:
    """Whether words that follow the noun that somebody told of are the outlet's again.

    What follows أن goes on with it, and so does a quotation. A noun is told of by itself: further clauses are as often
    the outlet's, surely so after "after" and "since". `said` is how probable the network takes the words to be a
    speaker's.
    """
    first, begin = stretch[0], frame.content[0]
    if frame.opened not in _NOUNS or first - begin <= 1 or parse.quoted[first] >= 0:
        return False
    between = range(begin + 1, first)
    if any("that" in parse.grammar[k] and parse.keys[k - 1] not in _SINCE for k in between):
        return False
    since = any(parse.keys[k] in _SINCE for k in between)
    return said < (_SURE if since else _DOUBTED)
