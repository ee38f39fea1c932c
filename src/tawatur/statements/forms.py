"""What a word is wherever it stands: one record for a spelling with its tag, made when it is first met.

Names are no features, so that the models learn the grammar of clauses and not the events they were trained on; of other
words the stem counts, since nouns of action and verbs open clauses.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.languages.ar.cues import phrases_at, readings_of
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.tagging import Labels, Tag, tag_of
from tawatur.languages.ar.tagging_features import distribution
from tawatur.languages.ar.verbs import ENCLITICS
from tawatur.languages.ar.vocabulary import clause_classes, source_classes
from tawatur.languages.keeping import Known
from tawatur.statements.counts import may_begin
from tawatur.statements.marks import Marks

_MARKS = '،,.:;؛"“”«»()[]!؟?-–—'


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word with its tag.

    `key` is the word folded, without its conjunction; `grammar` are its clause classes, `classes` its source-word
    classes, clitics aside; `reports` says whether a cue can begin at it. `traits` are the few other things that are
    asked of every word of a proposition: "verb", "we" (a verb of the first person), "number", "time", "year", and
    "counts" where a quantity can begin. `breaks` names the break that it makes in a sentence, "" where it makes none.
    `distribution` is its fine distributional class, "" without one; `shown` is what the network sees of it, `wording`
    what the model of kinds does.

    Each is one of a kind, so that more can be known of it by what it is.
    """

    tag: Tag
    key: str
    grammar: frozenset[str]
    classes: frozenset[str]
    reports: bool
    traits: frozenset[str]
    breaks: str
    distribution: str
    shown: Marks
    wording: Marks


def _form_of(labels: Labels) -> Form:
    text = labels[0]
    folded = fold(text)
    tag = _whole(folded, tag_of(*labels))
    key = folded[1:] if tag.conjunction else folded
    grammar = clause_classes(folded)
    known = distribution(folded) or distribution(tag.stem)
    fine = known[1] if known else ""
    wording = (*(() if tag.name else (f"any={tag.stem}",)), *((f"class={fine}",) if fine else ()))
    shown = _shown(text, folded, tag, grammar)
    traits = _traits(text, folded, tag, grammar)
    reports = bool(phrases_at(folded) or readings_of(folded))
    breaks = _breaks(text, folded, tag, grammar)
    return Form(tag, key, grammar, _source_classes(tag, key), reports, traits, breaks, fine, shown, Marks(wording))


FORMS = Known(_form_of, 32768)
"""The record of a word as written in the text, with what the tagger's two models call it."""


def _traits(text: str, folded: str, tag: Tag, grammar: frozenset[str]) -> frozenset[str]:
    told: list[str] = []
    if tag.verb:
        told += ("verb", "we") if tag.person == "1" else ("verb",)
    if tag.pos == "number":
        told.append("number")
    if "time" in grammar:
        told.append("time")
    if len(text) == 4 and text[:2] in _CENTURIES:
        told.append("year")
    if may_begin(folded):
        told.append("counts")
    return frozenset(told)


_CENTURIES = {"19", "20"}


def _breaks(text: str, folded: str, tag: Tag, grammar: frozenset[str]) -> str:
    if tag.verb:
        return "v"
    if text in "،,:;؛":
        return text
    return folded if not _OPENING.isdisjoint(grammar) else ""


_OPENING = frozenset({"that", "relative", "subordinator"})


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
