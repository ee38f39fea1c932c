"""Somebody blamed for a deed, and the denial of having had a part in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawatur.claims.conflicts import Conflict
from tawatur.claims.likeness import within
from tawatur.claims.marks import borne, denies, marked, negated, stems_of, telling
from tawatur.claims.wording import Wording
from tawatur.languages.ar.naming import read_name
from tawatur.languages.ar.script import fold, words
from tawatur.languages.ar.stems import stem
from tawatur.languages.ar.vocabulary import meaning_of

_ANY = frozenset(fold(form) for form in ("أي", "أية"))
_NEAR = 6  # statements between the blame and its denial in one article
_DEED = 0.15  # weight from which a word names the deed
_SLIGHT = 0.05  # weight from which a word is one that a negation can bear on
_LEAST = 0.6  # of the words of the deed in the accusation that has the most of them


def denied(ready: Sequence[Wording], names: Mapping[str, str]) -> Iterator[tuple[Conflict, Wording, Wording]]:
    """Accusations with the denials of those they name, the accusation first; `names` are those of the sources.

    The denial says that its speaker had no part in the deed; the accusation names that speaker, or shortly before in
    the same article somebody, and speaks of the same deed.
    """
    accusations = [w for w in ready if w.statement.polarity == "+" and _blames(w) and not _any_part(w)]
    for denial in ready:
        if not denies(denial) or len(denial.statement.chain) < 2:
            continue
        if not _no_part(denial):
            continue
        accused, own = _names(names.get(denial.root, "")), _countries(names.get(denial.root, ""))
        others = [w for w in accusations if not own & _countries(names.get(w.root, ""))]
        found = [(said, deed) for said in others if (deed := _deed(said, denial, accused)) is not None]
        most = max((deed for _, deed in found), default=0.0)
        for said, deed in found:
            if deed >= _LEAST * most:
                spans = said.statement.content, denial.statement.content
                yield Conflict("contradiction", "polarity", spans, deed, ("+", "-")), said, denial


def _no_part(denial: Wording) -> bool:
    """Whether what is denied is a part in something; a particle must bear on the word for it first.

    "ليس لها دور" denies a part, "لم ترسل خبراء للعب دور" does not; whose part it is may stand between.
    """
    if not negated(denial.terms) or any(marked(t, "deny") for t in denial.terms):
        return any(marked(t, "involvement") for t in denial.terms)
    reach = borne(denial, _SLIGHT)
    whose = bool(reach) and reach[0].form.startswith("ل")
    return any(marked(t, "involvement") for t in reach[: 1 + whose])


def _deed(said: Wording, denial: Wording, accused: tuple[set[str], set[str]]) -> float | None:
    """The weight of the words of the denied deed that an accusation has; None where it speaks of another matter."""
    if said.root == denial.root or not _accuses(said, accused):
        return None
    rest = [t for t in denial.distinct if not marked(t, "involvement") and telling(t, _DEED)]
    deed = sum(t.weight for t in rest if within(t, said))
    near = said.article == denial.article and 0 <= denial.order - said.order <= _NEAR
    return deed if deed >= _DEED or (near and not rest) else None


def _accuses(said: Wording, accused: tuple[set[str], set[str]]) -> bool:
    stems, meanings = accused
    return bool(stems & (said.stems.keys() | said.sentence.keys()) or meanings & said.groups.keys())


def _countries(name: str) -> set[str]:
    """The countries that a name says somebody is of: whoever is of the accused's own does not accuse them."""
    return set(read_name(name).countries)


def _names(name: str) -> tuple[set[str], set[str]]:
    """The words of a name, as stems and as groups of one meaning ("موسكو" and "روسيا")."""
    found = {stem(w.folded) for w in words(name) if len(w.folded) > 2} - stems_of("involvement")
    return found, {meaning for key in found if (meaning := meaning_of(key))}


def _any_part(wording: Wording) -> bool:
    """Whether a content opens with "any", as only what is denied does."""
    return bool(wording.terms) and wording.terms[0].form in _ANY


def _blames(wording: Wording) -> bool:
    return wording.statement.kind == "accusation" or any(marked(t, "blame") for t in wording.terms)
