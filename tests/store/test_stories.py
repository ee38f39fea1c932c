from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tawatur.grouping import Change, Link, Story
from tawatur.model import Reason
from tawatur.store import Archive
from tawatur.store import stories as stored
from tawatur.store.articles import add, take
from tawatur.store.checking import check
from tawatur.store.facets import story_facets
from tawatur.store.story_lines import StoryFilter, story_list
from tests.store.invented import article

WHY = Reason("grouping.words", ("قارب", "غرق"))


def story(id: str, *members: int, last: float = 10.0, outlets: tuple[str, ...] = ("alef", "beh")) -> Story:
    """A story of some boats."""
    names = tuple(f"boat{n}" for n in members)
    links = tuple(Link(names[0], other, 0.93, (WHY,)) for other in names[1:])
    return Story(id, names, outlets, f"غرق {id}", 1.5, last, links, Link(names[0], "boat9", 0.2, (WHY,)), "s:far",
                 (Change(1.5, "begun", id, names), Change(2.0, "joined", id, names[1:], "s:x")))  # fmt: skip


@pytest.fixture
def boats(archive: Archive) -> Iterator[Archive]:
    titles = {1: "غرق قارب في تونس", 2: "غرق قارب قبالة تونس", 3: "قارب مصري", 4: "قارب في المرجان"}
    some = [
        article(n, title=titles.get(n, "قارب آخر"), outlet="alef" if n % 2 else "beh", published="2031-05-02T06:00:00Z")
        for n in range(1, 10)
    ]
    with archive.writing() as session:
        add(session, some)
    return archive


def listed(archive: Archive, **wanted: object) -> list[str]:
    with archive.reading() as session:
        return [line.id for line in story_list(session, StoryFilter(**wanted))]  # type: ignore[arg-type]


def test_stories_come_back_equal(boats: Archive) -> None:
    alone = Story("s:boat9", ("boat9",), ("alef",), "قارب", 1.0, 1.0, alone=Reason("grouping.round_up"))
    told = [story("s:boat1", 1, 2, 3), alone]
    with boats.writing() as session:
        stored.save_stories(session, told)
    with boats.reading() as session:
        assert stored.stories(session, ["s:boat9", "absent", "s:boat1"]) == {"s:boat9": alone, "s:boat1": told[0]}
        assert stored.story(session, "absent") is None
        assert stored.story_of(session, "boat2") == "s:boat1"
        assert stored.story_of(session, "boat5") is None


def test_a_story_is_dirty_when_its_members_change_and_only_then(boats: Archive) -> None:
    with boats.writing() as session:
        number = stored.save_stories(session, [story("s:boat1", 1, 2)])["s:boat1"]
        assert stored.dirty(session) == ["s:boat1"]
        session.connection.exec_driver_sql("UPDATE stories SET dirty = false")
        stored.save_stories(session, [replace(story("s:boat1", 1, 2), title="عنوان آخر")])
        assert stored.dirty(session) == []
        assert stored.save_stories(session, [story("s:boat1", 1, 2, 3)]) == {"s:boat1": number}
        stored.save_stories(session, [replace(story("s:boat1", 1, 2, 3), title="عنوان ثالث")])
        assert stored.dirty(session) == ["s:boat1"]  # it still waits
        assert stored.dirty(session, least_outlets=3) == []


def test_another_text_of_a_member_makes_its_story_dirty(boats: Archive) -> None:
    with boats.writing() as session:
        stored.save_stories(session, [story("s:boat1", 1, 2)])
        session.connection.exec_driver_sql("UPDATE stories SET dirty = false")
        first = article(1, title="غرق قارب في تونس", published="2031-05-02T06:00:00Z")
        take(session, replace(first, text=first.text + " وانتهى البحث.", published="2031-05-03T06:00:00Z"))
        assert stored.dirty(session) == ["s:boat1"]


def test_a_story_that_merges_away_leaves_its_id_behind(boats: Archive) -> None:
    with boats.writing() as session:
        stored.save_stories(session, [story("s:boat1", 1, 2), story("s:boat3", 3, 4)])
        stored.save_stories(session, [story("s:boat1", 1, 2, 3, 4)], {"s:boat3": "s:boat1"})
    with boats.writing() as session:
        assert stored.current_id(session, "s:boat3") == "s:boat1"
        found = stored.story(session, "s:boat3")
        assert found is not None
        assert found.members == ("boat1", "boat2", "boat3", "boat4")
        stored.save_stories(session, [story("s:boat5", 5, 1, 2, 3, 4)], {"s:boat1": "s:boat5"})
        assert stored.former(session) == {"s:boat1": "s:boat5", "s:boat3": "s:boat5"}
        assert listed(boats) != []
        assert check(session).problems == ()


def test_an_article_is_in_one_story_only(boats: Archive) -> None:
    with boats.writing() as session:
        stored.save_stories(session, [story("s:boat1", 1, 2, 3)])
        session.connection.exec_driver_sql("UPDATE stories SET dirty = false")
        stored.save_stories(session, [story("s:boat3", 3, 4)])
    with boats.reading() as session:
        assert stored.story_of(session, "boat3") == "s:boat3"
        assert stored.dirty(session) == ["s:boat1", "s:boat3"]
        assert check(session).problems == ()


def test_lists_by_what_readers_ask_for(boats: Archive) -> None:
    alone = Story("s:boat9", ("boat9",), ("alef",), "قارب", 1.0, 40.0)
    with boats.writing() as session:
        stored.save_stories(
            session,
            [story("s:boat1", 1, 2, last=10.0), story("s:boat3", 3, 4, last=20.0), story("s:boat5", 5, 7, last=30.0,
             outlets=("alef", "gim")), alone],
        )  # fmt: skip
    assert listed(boats) == ["s:boat5", "s:boat3", "s:boat1"]
    assert listed(boats, least_outlets=1)[0] == "s:boat9"
    assert listed(boats, least_outlets=3) == []
    assert listed(boats, facets=(("outlet", "beh"),)) == ["s:boat3", "s:boat1"]
    assert listed(boats, facets=(("place", "TN"),)) == ["s:boat1"]
    assert listed(boats, facets=(("outlet", "beh"), ("place", "EG"))) == ["s:boat3"]
    assert listed(boats, facets=(("outlet", "alef"),), least_outlets=1)[0] == "s:boat9"
    assert listed(boats, since=20.0) == ["s:boat5", "s:boat3"]
    assert listed(boats, until=1.0, least_outlets=1) == ["s:boat9"]
    assert listed(boats, corroborated=True) == listed(boats, conflicting=True) == []
    assert listed(boats, ids=("s:boat3", "s:boat9")) == ["s:boat3"]
    with boats.reading() as session:
        first = story_list(session, limit=2)
        rest = story_list(session, limit=2, after=(first[-1].last, first[-1].number))
        assert [line.id for line in first + rest] == ["s:boat5", "s:boat3", "s:boat1"]
        assert [(f.value, f.stories) for f in story_facets(session, "outlet")] == [
            ("alef", 3),
            ("beh", 2),
        ]
        assert [(f.value, f.label) for f in story_facets(session, "place")] == [
            ("EG", "مصري"),
            ("TN", "تونس"),
        ]


def test_facets_follow_their_story(boats: Archive) -> None:
    with boats.writing() as session:
        stored.save_stories(session, [story("s:boat1", 1, 2, last=10.0)])
        stored.save_stories(session, [story("s:boat1", 1, 2, 3, last=50.0), story("s:boat4", 4, 5, last=20.0)])
    assert listed(boats, facets=(("outlet", "beh"),)) == ["s:boat1", "s:boat4"]
    assert listed(boats, facets=(("place", "EG"),), since=45.0) == ["s:boat1"]


def test_changes_have_growing_numbers(boats: Archive) -> None:
    def numbers() -> dict[str, int]:
        with boats.reading() as session:
            return {line.id: line.change for line in story_list(session)}

    with boats.writing() as session:
        stored.save_stories(session, [story("s:boat1", 1, 2), story("s:boat3", 3, 4)])
    before = numbers()
    assert before["s:boat1"] < before["s:boat3"]
    with boats.writing() as session:
        stored.save_stories(session, [story("s:boat1", 1, 2, 5)])
    assert numbers() == before | {"s:boat1": before["s:boat3"] + 1}
