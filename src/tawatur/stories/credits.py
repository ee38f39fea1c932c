"""Whether an article credits another's outlet for what it tells.

Names of papers are words of every day ("الشرق الأوسط", "المدينة", "الرياض"), so a name counts only where it stands as
one: by itself in quotation marks or brackets, after "صحيفة", "قناة" and the like, after "نقلا عن" or "بحسب", or, of two
words and more, after a word that reports.
"""

from __future__ import annotations

from tawatur.languages.ar.cues import forms
from tawatur.languages.ar.script import Word, bare, fold, words_of
from tawatur.languages.media import is_masthead, written_names_of
from tawatur.model import Article

OPENING, CLOSING = frozenset("«([<"), frozenset("»)]>")  # curly marks are set either way round in Arabic text
SIGNS = frozenset("\"'«»“”‘’()<>[]#@_")
RELAYS = frozenset(map(fold, ("وفق", "وفقا", "حسب", "بحسب", "حسبما")))
FROM = fold("عن")


def names_outlet(article: Article, other: Article) -> bool:
    """Whether an article names the outlet of another as a source, outside page chrome."""
    text = [
        word
        for word in words_of(article.text)
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
        return _enclosed(text, start, end) or (start > 1 and announces(text[start - 2].folded))
    if announces(before.folded) or before.folded in RELAYS:
        return True
    if before.folded == FROM:
        return start > 1 and _relays(text[start - 2].folded)
    return end - start > 1 and any(reading.shape == "past" for reading in forms().get(_plain(before.folded), ()))


def _enclosed(text: list[Word], start: int, end: int) -> bool:
    """Whether signs stand round the words, the first opening and the other closing, not both of them of others."""
    if end == len(text) or text[end].text not in SIGNS:
        return False
    before, after = text[start - 1], text[end]
    opens = before.text in OPENING or (before.text not in CLOSING and before.end == text[start].start)
    return opens and (after.text in CLOSING or (after.text not in OPENING and after.start == text[end - 1].end))


def announces(folded: str) -> bool:
    """Whether a word is a masthead before a name ("صحيفة", "بقناة"); a definite one describes ("الصحيفة الرسمية")."""
    forms = (folded, folded[1:] if folded[0] in "وفبكل" else folded)
    return any(form and bare(form) == form and is_masthead(form) for form in forms)


def _relays(folded: str) -> bool:
    return any(reading.verb.relay for reading in forms().get(_plain(folded), ())) or folded == fold("نقلا")


def _plain(folded: str) -> str:
    """A word without the conjunction before it."""
    return folded[1:] if folded[0] in "وف" and len(folded) > 3 else folded
