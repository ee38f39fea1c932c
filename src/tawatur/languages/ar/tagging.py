"""Part of speech and names of the words of an Arabic sentence.

Two linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001; run by CRFsuite) over one set of
features: `models/pos.crfsuite`, trained on UD Arabic-PUD, and `models/names.crfsuite`, trained on ANERcorp.
`docs/tagger.md` says how they were trained and how well they do. Clitics stay part of their word: the tag says which
ones it carries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Literal, cast

from tawatur.languages.ar.clitics import split
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.tagging_features import sentence_features
from tawatur.languages.ar.verbs import ENCLITICS, Reading, readings

Pos = Literal[
    "verb_past",
    "verb_present",
    "noun",
    "adjective",
    "proper",
    "pronoun",
    "demonstrative",
    "relative",
    "preposition",
    "conjunction",
    "subordinator",
    "particle",
    "adverb",
    "number",
    "sign",
    "other",
]
NameKind = Literal["person", "place", "organisation"]


@dataclass(frozen=True, slots=True)
class Tag:
    """What one word is.

    `pos` is that of the word without its clitics ("بالأمس" is a noun). `conjunction` is the "و" or "ف" written with it,
    `preposition` the "ب", "ل" or "ك" (also the ل of "ليكون"), `future` the س of "سيكون", `article` whether ال follows
    them, `stem` the folded word without all of these, its pronoun still on; `pronoun` says that one is attached.
    `person` ("1", "2", "3"), `number` ("s", "d", "p") and `gender` ("m", "f") are those of a finite verb, "" where its
    letters do not tell; `passive` is true where they show it, and no proof of the active where it is false. `name` is
    the kind of name the word belongs to, `begins` whether it is the first word of that name.
    """

    pos: Pos
    stem: str
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    future: bool = False
    pronoun: bool = False
    person: str = ""
    number: str = ""
    gender: str = ""
    passive: bool = False
    name: NameKind | None = None
    begins: bool = False

    @property
    def verb(self) -> bool:
        """Whether the word is a finite verb."""
        return self.pos in {"verb_past", "verb_present"}


def tag(words: Sequence[Word]) -> list[Tag]:
    """Tag the words, numbers and signs of one sentence; one tag a word, in order."""
    if not words:
        return []
    import pycrfsuite

    features = pycrfsuite.ItemSequence(sentence_features(words))
    labels = _model("pos").tag(features)
    names = _model("names").tag(features)
    return [_tag(word, label, name) for word, label, name in zip(words, labels, names, strict=True)]


def names(tags: Sequence[Tag]) -> Iterator[tuple[int, int, NameKind]]:
    """The names of a tagged sentence as `(first, end, kind)` over its words, `end` excluded."""
    start = 0
    for i, one in enumerate(tags):
        if one.name is None:
            continue
        if one.begins:
            start = i
        if i + 1 == len(tags) or tags[i + 1].name is None or tags[i + 1].begins:
            yield start, i + 1, one.name


@cache
def _model(name: str) -> Any:
    """A model opened once for the life of the process (CRFsuite maps it from its file)."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    resource = files("tawatur.languages.ar") / "models" / f"{name}.crfsuite"
    tagger.open(str(_OPEN.enter_context(as_file(resource))))
    return tagger


_OPEN = ExitStack()


def _tag(word: Word, label: str, name: str) -> Tag:
    """Compose the tag from the two labels and the letters."""
    *clitics, pos = label.split(".")
    verb = pos.startswith("verb")
    parts = split(word.folded, conjunction="c" in clitics, preposition="p" in clitics, article=not verb)
    stem, future, reading = parts.stem, False, None
    if verb:
        reading, future = _reading(stem, pos)
        stem = stem[1:] if future else stem
    kind, begins = (None, False) if name == "O" else (cast(NameKind, name[2:]), name[0] == "B")
    return Tag(
        pos=cast(Pos, pos),
        stem=stem,
        conjunction=parts.conjunction,
        preposition=parts.preposition,
        article=parts.article,
        future=future,
        pronoun=reading.pronoun if reading else _has_pronoun(stem, pos, parts.article),
        person=reading.person if reading else "",
        number=reading.number if reading else "",
        gender=reading.gender if reading else "",
        passive=bool(verb and ((reading and reading.passive) or "\u064f" in word.text[:3])),
        name=kind,
        begins=begins,
    )


def _reading(stem: str, pos: str) -> tuple[Reading | None, bool]:
    """The commonest reading of a verb in its tense, and whether a س of the future stands before it."""
    tense = pos.removeprefix("verb_")
    for reading in readings(stem):
        if reading.tense == tense:
            return reading, False
    if tense == "present" and stem.startswith("س"):
        return next((r for r in readings(stem[1:]) if r.tense == tense), None), True
    return None, False


def _has_pronoun(stem: str, pos: str, article: bool) -> bool:
    """Whether a word that is no verb carries a pronoun, as far as its folded letters tell (ه may also be ة)."""
    if article or pos not in {"noun", "preposition", "subordinator", "conjunction", "particle", "adverb"}:
        return False
    endings = ENCLITICS if pos != "noun" else tuple(e for e in ENCLITICS if len(e) > 1 and e not in {"ني", "نا"})
    return len(stem) > 2 and stem.endswith(endings)
