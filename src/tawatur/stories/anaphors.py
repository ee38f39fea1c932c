"""Names that only point to a source which the article names in full: "الأمين", "المتحدث", "الوكالة", a bare surname."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.languages.ar.naming import Profile, read_name
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.spelling import same_word
from tawatur.languages.media import folded_name, names_of
from tawatur.model import Account, Article

AGENCY = fold("الوكالة")
OUR_REPORTERS = frozenset(
    fold(word) for word in ("مراسلنا", "مراسلتنا", "مراسلونا", "مراسلينا", "موفدنا", "موفدتنا", "مندوبنا", "مصورنا")
)


def bare_office(name: str, profile: Profile) -> bool:
    """Whether a name is an office with the article and nothing more: whose it is, another mention tells."""
    return (
        len(name.split()) == 1
        and fold(name).startswith("ال")
        and bool(profile.roles)
        and not (profile.proper or profile.bodies or profile.countries)
    )


def holds(office: Profile, holder: Profile) -> bool:
    """Whether a fuller source holds an office of this kind, now."""
    fuller = holder.proper or holder.bodies or holder.countries
    return bool(fuller) and office.roles <= holder.roles and "former" not in holder.roles


def bare_surname(name: str, profile: Profile, holder: Profile) -> bool:
    """Whether a single word that tells nothing else is the last word of a person's name."""
    if len(name.split()) != 1 or profile.roles or profile.sectors or profile.countries or len(holder.proper) < 2:
        return False
    word = profile.proper[0] if profile.proper else next(iter(profile.bodies), "")
    return len(word) >= 3 and same_word(word, holder.proper[-1])


def own_reporter(name: str, article: Article) -> bool:
    """Whether a name is of the publishing outlet's own reporter: "مراسلنا", or "مراسل" and the outlet's name."""
    first = fold(name.split()[0]) if name.split() else ""
    if first in OUR_REPORTERS:
        return True
    key = folded_name(name)
    return "journalist" in read_name(name).roles and any(
        len(own) >= 4 and f" {own} " in f" {key} " for own in names_of(article)
    )


def pointed_agency(name: str, account: Account, known: Iterable[str]) -> str | None:
    """The one agency that "the agency" can mean: the only one among the known ids of the article's speakers."""
    if fold(name) != AGENCY or account.article.outlet.startswith("agency:"):
        return None
    found = {id for id in known if id.startswith("agency:")}
    return found.pop() if len(found) == 1 else None
