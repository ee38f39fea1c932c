"""Whether an article credits another's outlet for what it tells.

Names of papers are words of every day ("الشرق الأوسط", "المدينة", "الرياض"), so a name counts only where it stands as
one: by itself in quotation marks or brackets, after "صحيفة", "قناة" and the like, after "نقلا عن" or "بحسب", or, of two
words and more, after a word that reports.
"""

from __future__ import annotations

from tawatur.languages.ar.cues import forms
from tawatur.languages.ar.script import Word, fold, words
from tawatur.languages.media import is_masthead, written_names_of
from tawatur.model import Article

SIGNS = frozenset("\"'«»“”‘’()<>[]#@_")
RELAYS = frozenset(map(fold, ("وفق", "وفقا", "حسب", "بحسب", "حسبما")))
FROM = fold("عن")


def names_outlet(article: Article, other: Article) -> bool:
    """Whether an article names the outlet of another as a source, outside page chrome."""
    text = [
        word
        for word in words(article.text)
        if not any(part.span[0] <= word.start < part.span[1] for part in article.chrome)
    ]
    keys = [word.folded for word in text]
    return any(
        keys[at] == name[0] and tuple(keys[at : at + len(name)]) == name and _as_name(text, at, at + len(name))
        for name in written_names_of(other)
        for at in range(1, len(text))
    )


def _as_name(text: list[Word], start: int, end: int) -> bool:
    """Whether the words from `start` to `end` stand where a name of an outlet does."""
    before = text[start - 1]
    if before.text in SIGNS:
        return (end < len(text) and text[end].text in SIGNS) or (start > 1 and is_masthead(text[start - 2].folded))
    if is_masthead(before.folded) or is_masthead(before.folded.removeprefix("ل")) or before.folded in RELAYS:
        return True
    if before.folded == FROM:
        return start > 1 and _relays(text[start - 2].folded)
    return end - start > 1 and any(reading.shape == "past" for reading in forms().get(_plain(before.folded), ()))


def _relays(folded: str) -> bool:
    return any(reading.verb.relay for reading in forms().get(_plain(folded), ())) or folded == fold("نقلا")


def _plain(folded: str) -> str:
    """A word without the conjunction before it."""
    return folded[1:] if folded[0] in "وف" and len(folded) > 3 else folded
