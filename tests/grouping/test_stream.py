from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.grouping import Stream, group
from tawatur.grouping.records import Grouping
from tawatur.model import Article
from tests.grouping.invented import FERRY, FERRY_AGAIN, FERRY_THIRD, VINEYARD, article

NEWS = [
    article("a", "alef", FERRY),
    article("b", "beh", FERRY_AGAIN, "2031-05-06T09:00:00Z"),
    article("c", "jim", FERRY_THIRD, "2031-05-06T09:00:30Z"),
    article("v", "alef", VINEYARD, "2031-05-06T09:00:10Z"),
]


def members(found: Grouping) -> list[tuple[str, ...]]:
    return [story.members for story in found.stories]


def test_reports_of_one_happening_are_a_story_and_others_are_not() -> None:
    found = group(NEWS)
    assert members(found) == [("a", "b", "c"), ("v",)]
    ferry = found.stories[0]
    assert ferry.id == "s:a"
    assert ferry.outlets == ("alef", "beh", "jim")
    assert len(ferry.links) == 2
    assert {r.code for link in ferry.links for r in link.reasons} >= {"grouping.words", "grouping.numbers"}


def test_the_same_report_a_month_later_is_another_story() -> None:
    assert members(group([NEWS[0], article("b", "beh", FERRY_AGAIN, "2031-06-06T09:00:00Z")])) == [("a",), ("b",)]


def test_a_copy_joins_also_within_one_outlet() -> None:
    assert members(group([article("a", "alef", FERRY), article("b", "alef", FERRY)])) == [("a", "b")]


def test_a_round_up_stays_alone_and_says_why() -> None:
    title, body = FERRY
    found = group([NEWS[0], article("r", "beh", (title, f"في الصحف اليوم: {body}"))])
    assert members(found) == [("a",), ("r",)]
    assert found.stories[1].alone is not None


def test_a_story_tells_what_is_nearest_and_why_it_stays_apart() -> None:
    question = article("q", "jim", ("لماذا غرقت عبّارة جزيرة الندى؟", FERRY[1]), "2031-05-08T09:00:00Z")
    other = ("حريق في مرفأ الصخرة", "اندلع حريق في مرفأ الصخرة السبت وقال قائد خفر السواحل سالم النوري إنه أُخمد سريعاً.")
    found = group([*NEWS, question, article("f", "beh", other, "2031-05-07T10:00:00Z")])
    fire = next(story for story in found.stories if story.members == ("f",))
    assert fire.near is not None
    assert fire.near_story is not None
    assert fire.near.reasons[0].code in ("grouping.little", "grouping.others_unlike")


def test_no_order_within_a_minute_matters() -> None:
    answers = set()
    for order in permutations(NEWS[1:]):
        stream = Stream()
        for one in (NEWS[0], *order):
            stream.add(one)
        answers.add(stream.stories().stories)
    assert len(answers) == 1


def test_looking_changes_nothing() -> None:
    seen, unseen = Stream(), Stream()
    for one in NEWS:
        seen.add(one)
        unseen.add(one)
        seen.stories()
    assert seen.stories() == unseen.stories() == group(NEWS)


def test_an_article_that_comes_again_changes_nothing() -> None:
    stream = Stream()
    for one in (*NEWS, NEWS[0], NEWS[3]):
        stream.add(one)
    assert stream.stories() == group(NEWS)


def test_changes_are_told_when_their_minute_closes() -> None:
    stream = Stream()
    assert stream.add(NEWS[0]) == ()
    begun = stream.add(NEWS[1])
    assert [(change.kind, change.story) for change in begun] == [("begun", "s:a")]
    assert [(change.kind, change.articles) for change in stream.close_minute()] == [("joined", ("b",))]


def test_articles_without_a_date_are_grouped_too() -> None:
    undated = [article(one.id, one.outlet, story, None) for one, story in zip(NEWS, STORIES, strict=False)]
    assert members(group(undated)) == [("a", "b", "c"), ("v",)]


STORIES = (FERRY, FERRY_AGAIN, FERRY_THIRD, VINEYARD)
ARRIVALS = st.lists(
    st.tuples(st.sampled_from(STORIES), st.sampled_from(("alef", "beh", "jim")), st.integers(0, 900)), max_size=12
)


def made(arrivals: list[tuple[tuple[str, str], str, int]]) -> list[Article]:
    return [
        article(f"n{at}", outlet, story, f"2031-05-{1 + hours // 24 % 28:02d}T{hours % 24:02d}:00:00Z")
        for at, (story, outlet, hours) in enumerate(arrivals)
    ]


@settings(max_examples=40, deadline=None)
@given(ARRIVALS, st.randoms(use_true_random=False))
def test_nothing_is_lost_doubled_or_changed_by_the_order_of_a_batch(
    arrivals: list[tuple[tuple[str, str], str, int]], random: object
) -> None:
    articles = made(arrivals)
    found = group(articles)
    assert sorted(id for story in found.stories for id in story.members) == sorted(a.id for a in articles)
    assert len({story.id for story in found.stories}) == len(found.stories)
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group(shuffled) == found


@settings(max_examples=25, deadline=None)
@given(ARRIVALS)
def test_late_articles_lose_nobody(arrivals: list[tuple[tuple[str, str], str, int]]) -> None:
    stream = Stream()
    articles = made(arrivals)
    for one in articles:
        stream.add(one)
    found = stream.stories()
    assert sorted(id for story in found.stories for id in story.members) == sorted(a.id for a in articles)


LATER = article("w", "beh", VINEYARD, "2031-05-20T09:00:00Z")


def test_what_has_changed_is_told_once_and_with_the_open_minute() -> None:
    stream = Stream()
    stream.add(NEWS[0])
    assert members(stream.changed()) == [("a",)]
    stream.add(NEWS[3])
    assert members(stream.changed()) == [("a",), ("v",)]
    stream.close_minute()
    assert members(stream.changed()) == [("v",)]
    assert members(stream.changed()) == []
    stream.add(NEWS[1])
    assert members(stream.changed()) == [("a", "b")]


def test_released_stories_are_closed_and_gone() -> None:
    stream = Stream()
    for one in NEWS:
        stream.add(one)
    assert stream.release().stories == ()
    whole = stream.stories()
    stream.add(LATER)
    stream.close_minute()
    released = stream.release()
    assert members(released) == members(whole)
    assert released.stories[0].history == whole.stories[0].history
    assert stream.release().stories == ()
    assert members(stream.stories()) == [("w",)]


@settings(max_examples=25, deadline=None)
@given(ARRIVALS)
def test_released_and_open_stories_together_are_all(arrivals: list[tuple[tuple[str, str], str, int]]) -> None:
    kept, releasing = Stream(), Stream()
    found, former = [], {}
    for one in sorted(made(arrivals), key=lambda one: one.published or ""):
        kept.add(one)
        releasing.add(one)
        released = releasing.release()
        found += released.stories
        former |= released.former
    rest = releasing.stories()
    ordered = sorted([*found, *rest.stories], key=lambda story: (story.first, story.id))
    assert tuple(ordered) == kept.stories().stories
    assert former | dict(rest.former) == dict(kept.stories().former)
