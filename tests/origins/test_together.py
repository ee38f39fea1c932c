from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur.model import Claim, Source
from tawatur.origins import judge
from tawatur.origins.together import meant
from tawatur.settings import DEFAULT
from tawatur.stories import resolve_sources
from tests.stories.invented import account, said

PAPERS = (
    Source("src:a", "organisation", "صحيفة الندى الأردنية"),
    Source("src:b", "organisation", "صحيفة المرفأ"),
)
STATES = (Source("src:c", "organisation", "روسيا"), Source("src:d", "organisation", "بوليفيا"))


@pytest.mark.parametrize("mention", ["", "روسيا وبوليفيا", "الدولتان", "الدول"])
def test_all_of_them(mention: str) -> None:
    assert meant(mention, STATES) == STATES


@pytest.mark.parametrize(("mention", "at"), [("روسيا", 0), ("بوليفيا", 1)])
def test_one_of_them(mention: str, at: int) -> None:
    assert meant(mention, STATES) == (STATES[at],)


def test_one_that_is_not_told() -> None:
    assert meant("الصحيفة", PAPERS) == ()
    assert meant("صحيفة المرفأ", PAPERS) == (PAPERS[1],)


def test_a_country_that_ends_like_a_dual_is_one() -> None:
    assert meant("السودان", (Source("src:e", "organisation", "السودان"), STATES[0])) == (
        Source("src:e", "organisation", "السودان"),
    )


def test_what_one_of_two_says_further_down_rests_on_it_alone() -> None:
    both, one = "روسيا وبوليفيا", "روسيا"
    made = account(
        "a",
        said((both, "organisation"), f"{both} لم تتفقا على شيء"),
        said((both, "organisation"), "المجلس لم يتفق"),
        said((both, "organisation"), f"{one} تطرح النص غدا"),
        said((both, "organisation"), "النص قصير"),
    )
    text, first, last = made.article.text, made.statements[0], made.statements[2]
    named = {s.id: (s.content[0], s.content[0] + len(name)) for s, name in ((first, both), (last, one)) if name in text}
    made = replace(made, statements=tuple(replace(s, source=named.get(s.id)) for s in made.statements))
    sources, resolved = resolve_sources([made])
    claims = [Claim(s.id, (s.id,)) for s in made.statements]
    assert [c.independent[0] for c in judge(claims, resolved, sources, (), DEFAULT)] == [2, 2, 1, 1]
