from __future__ import annotations

from tawatur.claims import circumstances
from tawatur.claims.wording import Wording, wordings
from tests.claims.invented import Said, account


def features(a: Wording, b: Wording) -> dict[str, float]:
    found = circumstances.features(a, b)
    assert found == circumstances.features(b, a)
    return dict(zip(circumstances.NAMES, found, strict=True))


def test_kinds_polarity_and_place_of_the_two() -> None:
    first = account("a1", "hibr", [Said("غرق العبارة"), Said("لم تغرق العبارة", polarity="-")], titled=True)
    other = account("a2", "sanabel", [Said("على الشركة أن تعتذر", kind="position")])
    title, denied, call = wordings([first, other])
    found = features(title, denied)
    assert (found["headline"], found["same_article"], found["denial"], found["same_kind"]) == (1.0, 1.0, 1.0, 1.0)
    assert features(denied, denied)["both_denied"] == 1.0
    assert features(title, call)["position"] == 1.0
    assert features(title, call)["same_stance"] == features(title, call)["same_kind"] == 0.0
    assert found["later_place"] > found["earlier_place"] == 0.0


def test_words_of_the_headlines_are_the_topic() -> None:
    title, rest = wordings([account("a1", "hibr", [Said("غرق العبارة"), Said("ارتفاع أسعار القمح")], titled=True)])
    found = features(title, rest)
    assert (found["topic_least"], found["topic_most"]) == (0.0, 1.0)
