from __future__ import annotations

from tests.claims.invented import Said, account
from tests.claims.related import kinds, related

NOTHING_BUT = Said("المنشأة المستهدفة ليست سوى مخزن مهجور للحبوب", "بلوريا", "-", "position")


def found(said: Said) -> list[tuple[str, str, tuple[str, str]]]:
    return kinds(account("a1", "hibr", [NOTHING_BUT]), account("a2", "sanabel", [said]), apart=True)


def test_one_thing_that_is_said_to_be_two() -> None:
    other = Said("المنشأة المستهدفة كانت مصنعا سريا للذخيرة", "زمردة")
    assert found(other) == [("contradiction", "other", ("a1.01", "a2.01"))]
    (relation,) = related(account("a1", "hibr", [NOTHING_BUT]), account("a2", "sanabel", [other]), apart=True)
    assert relation.reason.code == "claims.contradiction_nothing_but"


def test_the_same_nature_is_no_conflict() -> None:
    assert found(Said("المنشأة المستهدفة كانت مخزنا مهجورا للحبوب", "زمردة")) == []


def test_another_thing_is_no_conflict() -> None:
    assert found(Said("سفينة الشحن كانت محملة بالذخيرة", "زمردة")) == []


def test_one_voice_does_not_stand_against_itself() -> None:
    assert found(Said("المنشأة المستهدفة كانت مصنعا سريا للذخيرة", "بلوريا")) == []
