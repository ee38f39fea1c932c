"""Part of speech and names of the words of an Arabic sentence.

Two linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001; trained with CRFsuite) over one set of
features: `models/pos.crfsuite`, trained on UD Arabic-PUD, and `models/names.crfsuite`, trained on ANERcorp.
`docs/tagger.md` says how they were trained and how well they do. Clitics stay part of their word: the tag says which
ones it carries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from itertools import chain, islice, starmap
from typing import Literal, cast

from tawatur.languages.ar.clitics import Split, split
from tawatur.languages.ar.script import Word, fold
from tawatur.languages.ar.tagging_features import function_classes
from tawatur.languages.ar.tagging_scores import Scorer
from tawatur.languages.ar.verbs import ENCLITICS, Reading, readings
from tawatur.languages.sequences import Weights, load

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
_JOINTS = frozenset({"", "_", "#"})
_ARTICLE_HOSTS = {"noun", "adjective", "proper", "number", "adverb", "other"}
_PRONOUN_HOSTS = {"noun", "preposition", "subordinator", "conjunction", "particle"}
# Ta marbuta and the accusative of the indefinite stand on nouns and adjectives only.
_NOMINAL_ENDINGS = ("ة", "ً", "ةٌ", "ةٍ", "ًا")
# Classes whose words no verb form is spelled like in practice, whatever the model says.
_NEVER_VERBS = ("conjunction", "subordinator", "relative", "demonstrative", "pronoun", "particle", "adverb")
# Words of the closed classes that end like a pronoun and carry none.
_WITHOUT_PRONOUN = {"تجاه", "ذلك", "لكن", "هنا"}


Labels = tuple[str, str, str]
"""A word as written, and what the two models call it: its clitics and part of speech, its place in a name.

The latter are empty for what stands between words.
"""


@dataclass(frozen=True, slots=True)
class Tag:
    """What one word is.

    `pos` is that of the word without its clitics ("بالأمس" is a noun). `conjunction` is the "و" or "ف" written with it,
    `preposition` the "ب", "ل" or "ك" (also the ل of "ليكون"), `future` the س of "سيكون", `article` whether ال follows
    them, `stem` the folded word without all of these, its pronoun still on; `pronoun` says that one is attached.
    `person` ("1", "2", "3"), `number` ("s", "d", "p") and `gender` ("m", "f") are those of a finite verb, "" where its
    letters do not tell; `passive` is true where they show it, and no proof of the active where it is false. `name` is
    the kind of name the word belongs to, `begins` whether it is the first word of that name. `verb` is true when `pos`
    is a finite verb.
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
    verb: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "verb", self.pos in {"verb_past", "verb_present"})


def tag(words: Sequence[Word]) -> list[Tag]:
    """Tag the words, numbers and signs of one sentence; one tag a word, in order."""
    return tag_all([words])[0]


def tag_all(sentences: Sequence[Sequence[Word]]) -> list[list[Tag]]:
    """Tag the words of several sentences at once, which is much faster; the tags are those of each sentence alone."""
    return [list(starmap(tag_of, its)) for its in labels(sentences)]


def labels(sentences: Sequence[Sequence[Word]]) -> list[list[Labels]]:
    """What `tag_all` makes the tags of."""
    # Hashtag joints and lone marks would only hide the words' neighbours from each other.
    seen = [[word.text for word in words if word.folded not in _JOINTS] for words in sentences]
    texts = list(chain.from_iterable(seen))
    found: Iterator[Labels] = iter(())
    if texts:
        scorer, models = _scorer()
        found = zip(texts, *models.decode(scorer.scores(seen), list(map(len, seen))), strict=True)
    return [
        list(islice(found, len(words)))
        if len(its) == len(words)
        else [(word.text, "", "") if word.folded in _JOINTS else next(found) for word in words]
        for words, its in zip(sentences, seen, strict=True)
    ]


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
def _scorer() -> tuple[Scorer, Weights]:
    """Both models, read once for the life of the process, and what they make of the words met so far."""
    folder = files("tawatur.languages.ar") / "models"
    with as_file(folder / "pos.crfsuite") as pos, as_file(folder / "names.crfsuite") as named:
        models = load(pos, named)
    return Scorer(models), models


def tag_of(text: str, label: str, name: str) -> Tag:
    """Compose the tag of a word from its letters and its two labels."""
    if not label:
        return _JOINT
    *clitics, pos = label.split(".")
    if pos.startswith("verb") and text.endswith(_NOMINAL_ENDINGS):
        pos = "noun"
    parts = split(fold(text), conjunction="c" in clitics, preposition="p" in clitics, article=pos in _ARTICLE_HOSTS)
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
        pronoun=reading.pronoun if reading else _has_pronoun(text, stem, pos, parts.article),
        person=reading.person if reading else "",
        number=reading.number if reading else "",
        gender=reading.gender if reading else "",
        passive=reading is not None and (reading.passive or (pos == "verb_past" and "\u064f" in text[:3])),
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
        return bare._replace(conjunction=parts.conjunction), "demonstrative"
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


def _has_pronoun(text: str, stem: str, pos: str, article: bool) -> bool:
    """Whether a word that is no verb carries a pronoun, as far as its letters tell."""
    if article or pos not in _PRONOUN_HOSTS:
        return False
    if stem.endswith("ه") and "ة" in text[-2:]:
        return False
    if pos == "noun":
        return len(stem) > 3 and stem.endswith(("ه", "ها", "هم", "هما"))
    return len(stem) > 1 and stem not in _WITHOUT_PRONOUN and stem.endswith(ENCLITICS)
