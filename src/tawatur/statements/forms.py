"""What a word is wherever it stands: one record for a spelling with its tag, made when it is first met.

Names are no features, so that the models learn the grammar of clauses and not the events they were trained on; of other
words the stem counts, since nouns of action and verbs open clauses.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.tagging import Tag
from tawatur.languages.ar.tagging_features import distribution
from tawatur.languages.ar.verbs import ENCLITICS
from tawatur.languages.ar.vocabulary import clause_classes, source_classes
from tawatur.statements.counts import may_begin
from tawatur.statements.marks import Marks

_MARKS = '،,.:;؛"“”«»()[]!؟?-–—'


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word with its tag.

    `key` is the word folded, without its conjunction; `grammar` are its clause classes, `classes` its source-word
    classes, clitics aside; `counts` says whether a quantity can begin at it. `distribution` is its fine distributional
    class, "" without one; `shown` is what the network sees of it, `wording` what the model of kinds does.

    Each is one of a kind, so that more can be known of it by what it is.
    """

    tag: Tag
    key: str
    grammar: frozenset[str]
    classes: frozenset[str]
    counts: bool
    distribution: str
    shown: Marks
    wording: Marks


@lru_cache(maxsize=65536)
def form_of(text: str, tag: Tag) -> Form:
    """The record of a word as written in the text, with the tag that the tagger gives it."""
    folded = fold(text)
    tag = _whole(folded, tag)
    key = folded[1:] if tag.conjunction else folded
    grammar = clause_classes(folded)
    known = distribution(folded) or distribution(tag.stem)
    fine = known[1] if known else ""
    wording = (*(() if tag.name else (f"any={tag.stem}",)), *((f"class={fine}",) if fine else ()))
    shown = _shown(text, folded, tag, grammar)
    return Form(tag, key, grammar, _source_classes(tag, key), may_begin(folded), fine, shown, Marks(wording))


def pos_of(tag: Tag) -> str:
    """The part of speech of a word, and the kind of name that it belongs to."""
    return f"{tag.pos}.{tag.name}" if tag.name else tag.pos


def _whole(folded: str, tag: Tag) -> Tag:
    """The tag of a word that names a source, though the tagger took its first letter for a conjunction: "وزراء"."""
    if not tag.conjunction or tag.article or not (source_classes(folded) or folded in _WITH_WAW):
        return tag
    return replace(tag, conjunction="", stem=folded)


_WITH_WAW = {"وجود", "وصول", "وقوع", "وفاه", "وصف", "وساطه", "وقوف", "ورود", "ولاده", "وصايه"}  # nouns of action


def _source_classes(tag: Tag, key: str) -> frozenset[str]:
    stem = tag.stem
    if tag.pronoun and tag.pos == "noun":  # "في بيانه" is a statement as "في بيان" is
        stem = next((stem[: -len(e)] for e in ENCLITICS if stem.endswith(e) and len(stem) > len(e) + 2), stem)
    return source_classes(f"ال{stem}" if tag.article else stem) | source_classes(key)


def _shown(text: str, folded: str, tag: Tag, grammar: frozenset[str]) -> Marks:
    marks = [f"p={pos_of(tag)}"]
    if text in _MARKS:
        marks.append(f"s={text}")
    if grammar:
        marks += (f"w={folded}", "c=" + "+".join(sorted(grammar)))
    if not tag.name:
        marks.append(f"st={tag.stem}")
    if tag.conjunction:
        marks.append(f"and={tag.conjunction}|{pos_of(tag)}")
    if tag.preposition:
        marks.append(f"pre={tag.preposition}")
    if tag.passive:
        marks.append("passive")
    if tag.article:
        marks.append("al")
    if tag.pos == "noun" and not tag.article and folded.endswith(("ا", "ه")):
        marks.append(f"end={folded[-1]}")
    if tag.number in {"p", "d"}:
        marks.append("plural")
    return Marks(tuple(marks))
