"""Somebody blamed for a deed, and the denial of having had a part in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from tawatur.claims.conflicts import Conflict
from tawatur.claims.likeness import within
from tawatur.claims.marks import borne, denies, marked, negated, negations, stems_of, telling
from tawatur.claims.wording import Term, Wording
from tawatur.languages.ar.naming import read_name
from tawatur.languages.ar.offices import stem as body_stem
from tawatur.languages.ar.script import fold, words
from tawatur.languages.ar.stems import stem
from tawatur.languages.ar.vocabulary import meaning_of

_ANY = frozenset(fold(form) for form in ("أي", "أية"))
_SPEAKERS = frozenset({"spokesman", "official", "source"})  # roles of those who speak for somebody else
_ADJECTIVE = tuple(fold(end) for end in ("ي", "ية", "يون", "يين"))  # "military", as words for a body end
_DEFINITE = ("ال", "لل", "بال")
_OURS = "نا"
_OWNER = 2  # words after the word for a part in something that tell whose it is
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
        accused, own = _accused(denial, names.get(denial.root, "")), _countries(names.get(denial.root, ""))
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
    rest = [t for t in denial.distinct if telling(t, _DEED) and not (marked(t, "involvement") or _is_of(t, accused))]
    deed = sum(t.weight for t in rest if within(t, said))
    near = said.article == denial.article and 0 <= denial.order - said.order <= _NEAR
    return deed if deed >= _DEED or (near and not rest) else None


def _is_of(term: Term, accused: tuple[set[str], set[str]]) -> bool:
    """Whether a word is one for the accused, and tells nothing of the deed."""
    stems, meanings = accused
    return term.stem in stems or term.group in meanings


def _accuses(said: Wording, accused: tuple[set[str], set[str]]) -> bool:
    stems, meanings = accused
    return bool(stems & (said.stems.keys() | said.sentence.keys()) or meanings & said.groups.keys())


def _countries(name: str) -> set[str]:
    """The countries that a name says somebody is of: whoever is of the accused's own does not accuse them."""
    return set(read_name(name).countries)


def _accused(denial: Wording, name: str) -> tuple[set[str], set[str]]:
    """Whom an accusation must name, as stems and as groups of one meaning ("موسكو" and "روسيا").

    That is who denies by the words of the name; whose part is denied where the name is only that of an office
    ("a military spokesman"): "the army had no part in it" is of the army.
    """
    if _only_an_office(name) and (owner := _owner(denial)):
        return {owner.stem}, set()  # "the army" means more than "military"
    found = {stem(w.folded) for w in words(name) if len(w.folded) > 2} - stems_of("involvement")
    return found, {meaning for key in found if (meaning := meaning_of(key))}


def _only_an_office(name: str) -> bool:
    """Whether a name tells what somebody is ("متحدث عسكري"), and nothing of whom or what they speak for.

    "A spokesman of the army" does; a body that is told by an adjective only does not.
    """
    read = read_name(name)
    if not read.roles & _SPEAKERS or read.countries or read.proper:
        return False
    bodies = [w.folded for w in words(name) if body_stem(w.folded) in read.bodies]
    return len(read.bodies) <= len(read.sectors) and all(form.endswith(_ADJECTIVE) for form in bodies)


def _owner(denial: Wording) -> Term | None:
    """The word for whose part is denied; none where that is "we" or nobody is named.

    It opens what is said before a negation, stands between that and the word for a part in something, or follows that.
    A clause of its own ("the reports are false, and the army has no part") is not who.
    """
    terms = denial.terms
    at = next((n for n, t in enumerate(terms) if t.form in negations()), 0)
    part = next((n for n, t in enumerate(terms) if marked(t, "involvement")), len(terms))
    before = () if terms[at].form.startswith("و") else tuple(takewhile(_telling, terms[:at]))
    between = tuple(t for t in terms[at:part] if _telling(t)) if negated(terms) else ()
    found = (before or between or tuple(takewhile(_telling, terms[part + 1 :])))[:_OWNER]
    if not found or found[0].form.endswith(_OURS):
        return None
    return found[0] if found[0].form.startswith(_DEFINITE) else found[-1]  # "the armed forces", "the forces of Bluria"


def _telling(term: Term) -> bool:
    return telling(term, _DEED)


def _any_part(wording: Wording) -> bool:
    """Whether a content opens with "any", as only what is denied does."""
    return bool(wording.terms) and wording.terms[0].form in _ANY


def _blames(wording: Wording) -> bool:
    return wording.statement.kind == "accusation" or any(marked(t, "blame") for t in wording.terms)
