"""Part of speech and names of the words of an Arabic sentence.

Two linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001; run by CRFsuite) over one set of
features: `models/pos.crfsuite`, trained on UD Arabic-PUD, and `models/names.crfsuite`, trained on ANERcorp.
`docs/tagger.md` says how they were trained and how well they do. Clitics stay part of their word: the tag says which
ones it carries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Literal, cast

from tawatur.languages.ar.clitics import Split, split
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.tagging_features import function_classes, sentence_features
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
_JOINTS = ("", "_", "#")
_ARTICLE_HOSTS = {"noun", "adjective", "proper", "number", "adverb", "other"}
_PRONOUN_HOSTS = {"noun", "preposition", "subordinator", "conjunction", "particle"}
# Ta marbuta and the accusative of the indefinite stand on nouns and adjectives only.
_NOMINAL_ENDINGS = ("ة", "ً", "ةٌ", "ةٍ", "ًا")
# Classes whose words no verb form is spelled like in practice, whatever the model says.
_NEVER_VERBS = ("conjunction", "subordinator", "relative", "demonstrative", "pronoun", "particle", "adverb")
# Words of the closed classes that end like a pronoun and carry none.
_WITHOUT_PRONOUN = {"تجاه", "ذلك", "لكن", "هنا"}


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
    import pycrfsuite

    # Hashtag joints and lone marks would only hide the words' neighbours from each other.
    seen = [word for word in words if word.folded not in _JOINTS]
    if not seen:
        return [_JOINT] * len(words)
    features = pycrfsuite.ItemSequence(sentence_features(seen))
    labels = iter(zip(_model("pos").tag(features), _model("names").tag(features), strict=True))
    return [_JOINT if word.folded in _JOINTS else _tag(word, *next(labels)) for word in words]


def names(tags: Sequence[Tag]) -> Iterator[tuple[int, int, NameKind]]:
    """The names of a tagged sentence as `(first, end, kind)` over its words, `end` excluded."""
    first, end = 0, 0
    kind: NameKind | None = None
    for i, one in enumerate(tags):
        if one == _JOINT or (one.name == kind and not one.begins):
            end = end if one == _JOINT else i + 1
            continue
        if kind:
            yield first, end, kind
        first, end, kind = i, i + 1, one.name
    if kind:
        yield first, end, kind


_JOINT = Tag(pos="sign", stem="")


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
    if pos.startswith("verb") and word.text.endswith(_NOMINAL_ENDINGS):
        pos = "noun"
    parts = split(word.folded, conjunction="c" in clitics, preposition="p" in clitics, article=pos in _ARTICLE_HOSTS)
    if pos.startswith("verb"):
        parts, pos = _closed(parts, pos)
    verb = pos.startswith("verb")
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
        pronoun=reading.pronoun if reading else _has_pronoun(word, stem, pos, parts.article),
        person=reading.person if reading else "",
        number=reading.number if reading else "",
        gender=reading.gender if reading else "",
        passive=reading is not None and (reading.passive or (pos == "verb_past" and "\u064f" in word.text[:3])),
        name=kind,
        begins=begins,
    )


def _closed(parts: Split, pos: str) -> tuple[Split, str]:
    """The clitics and class of a word the model calls a verb, put right where it is a word of a closed class."""
    classes = function_classes().get(parts.stem)
    if classes in _NEVER_VERBS:
        return parts, classes
    # بذلك, لهذا: other words of closed classes after ب ل ك are spelled like verbs (كان, بكى) and stay.
    bare = split(parts.stem, conjunction=False, preposition=True, article=False)
    if function_classes().get(bare.stem) == "demonstrative":
        return replace(bare, conjunction=parts.conjunction), "demonstrative"
    return parts, pos


def _reading(stem: str, pos: str) -> tuple[Reading | None, bool]:
    """The commonest reading of a verb in its tense, and whether a س of the future stands before it."""
    tense = pos.removeprefix("verb_")
    for reading in readings(stem):
        if reading.tense == tense:
            return reading, False
    if tense == "present" and stem.startswith("س"):
        return next((r for r in readings(stem[1:]) if r.tense == tense), None), True
    return None, False


def _has_pronoun(word: Word, stem: str, pos: str, article: bool) -> bool:
    """Whether a word that is no verb carries a pronoun, as far as its letters tell."""
    if article or pos not in _PRONOUN_HOSTS:
        return False
    if stem.endswith("ه") and "ة" in word.text[-2:]:
        return False
    if pos == "noun":
        return len(stem) > 3 and stem.endswith(("ه", "ها", "هم", "هما"))
    return len(stem) > 1 and stem not in _WITHOUT_PRONOUN and stem.endswith(ENCLITICS)
