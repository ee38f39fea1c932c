"""Whether an article credits another's outlet for what it tells.

Names of papers are words of every day ("الشرق الأوسط", "المدينة", "الحياة"), so a name counts only where it stands as
one: in quotation marks or brackets, after "صحيفة", "قناة" and the like, or after a word that reports or relays.
"""

from __future__ import annotations

from tawatur.languages.ar.cues import forms, phrases
from tawatur.languages.ar.script import Word, fold, words
from tawatur.languages.media import is_masthead, written_names_of
from tawatur.model import Article

OPENING = frozenset("\"'«“”‘’(<[#@_")
RELAYS = frozenset(map(fold, ("عن", "وفق", "وفقا", "حسب", "بحسب", "عبر", "لدى", "خاص", "مع", "المصدر")))


def names_outlet(article: Article, other: Article) -> bool:
    """Whether an article names the outlet of another as a source, outside page chrome."""
    names = [name for name in written_names_of(other) if len(name[0]) >= 2]
    text = [
        word
        for word in words(article.text)
        if not any(part.span[0] <= word.start < part.span[1] for part in article.chrome)
    ]
    keys = [word.folded for word in text]
    return any(
        tuple(keys[at : at + len(name)]) == name or _prefixed(keys[at : at + len(name)], name)
        for name in names
        for at in _places(text)
    )


def _places(text: list[Word]) -> list[int]:
    """Where a name may begin: after what introduces one."""
    return [at for at in range(1, len(text)) if _introduces(text[at - 1])] + [
        at for at, word in enumerate(text) if word.folded.startswith("ل") and len(word.folded) > 3
    ]


def _prefixed(found: list[str], name: tuple[str, ...]) -> bool:
    """The name with ل joined to it: "في حديث للشرق الأوسط"; a bare "للمدينة" would be the town."""
    joined = f"لل{name[0][2:]}" if name[0].startswith("ال") else f"ل{name[0]}"
    return len(name) > 1 and tuple(found) == (joined, *name[1:])


def _introduces(word: Word) -> bool:
    if word.text in OPENING:
        return True
    core = word.folded[1:] if word.folded[0] in "ولب" and len(word.folded) > 3 else word.folded
    for form in (word.folded, core):
        if form in RELAYS or is_masthead(form) or form in phrases():
            return True
        if any(reading.verb.relay or reading.shape == "past" for reading in forms().get(form, ())):
            return True
    return False
