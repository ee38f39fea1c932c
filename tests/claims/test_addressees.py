from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import related, text


def call(words: str) -> Said:
    return Said(words, "الأمين_العام", kind="position", lead="دعا الأمين العام")


def test_one_call_to_two_hearers() -> None:
    accounts = (
        account("a1", "hibr", [call("بلوريا إلى سحب حرس الجمارك من الممر البحري")]),
        account("a2", "sanabel", [call("دول الجوار إلى سحب حرس الجمارك من الممر البحري")]),
    )
    (relation,) = related(*accounts)
    assert (relation.type, relation.slot) == ("divergent", "participant")
    assert relation.reason.code == "claims.divergent_addressed"
    assert (text(accounts, relation, 0), text(accounts, relation, 1)) == ("بلوريا", "دول الجوار")


def test_two_calls_are_not_one() -> None:
    one = account("a1", "hibr", [call("بلوريا إلى سحب حرس الجمارك من الممر البحري")])
    other = account("a2", "sanabel", [call("دول الجوار إلى استقبال لاجئي الفيضان")])
    assert related(one, other) == ()


def test_what_is_told_of_a_hearer_is_no_hearer() -> None:
    one = account("a1", "hibr", [call("دول الجوار التي تصادق بلوريا إلى سحب حرس الجمارك من الممر البحري")])
    other = account("a2", "sanabel", [call("بلوريا إلى سحب حرس الجمارك من الممر البحري")])
    assert [(r.type, r.slot) for r in related(one, other)] == [("divergent", "participant")]


def test_a_call_without_a_name_denies_nothing() -> None:
    unnamed = Said(
        "بلوريا دون تسميتها إلى سحب حرس الجمارك من الممر البحري",
        "الأمين_العام",
        "-",
        "position",
        lead="دعا الأمين العام",
    )
    one = account("a1", "hibr", [unnamed])
    other = account("a2", "sanabel", [call("دول الجوار إلى سحب حرس الجمارك من الممر البحري")])
    assert [(r.type, r.slot) for r in related(one, other)] == [("divergent", "participant")]
