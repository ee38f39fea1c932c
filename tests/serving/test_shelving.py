from __future__ import annotations

from dataclasses import replace

from tawatur.serving import library, listing
from tawatur.serving.library import Library
from tawatur.serving.listing import Wanted
from tawatur.serving.shelving import put_dossier, renamed
from tawatur.store import Archive
from tests.invented_dossier import ferry, of_text, sample


def test_dossier_comes_back_as_it_was(own_archive: Archive) -> None:
    put_dossier(own_archive, sample(), "serve", ["sample.json"])
    found = library.story(Library(own_archive), sample().story)
    assert found
    assert found.dossier == sample()


def test_same_dossier_twice_is_one_story(own_archive: Archive) -> None:
    first = put_dossier(own_archive, ferry(), "serve", [])
    assert put_dossier(own_archive, ferry(), "serve", []) == first
    assert len(listing.listing(Library(own_archive), Wanted()).lines) == 1


def test_two_articles_of_one_id_stay_two(own_archive: Archive) -> None:
    one, other = of_text("فُتح الجسر صباح أمس"), of_text("أُغلق الميناء مساء اليوم")
    ids = [put_dossier(own_archive, dossier, "serve", []) for dossier in (one, other)]
    shelf = Library(own_archive)
    stories = [library.story(shelf, id) for id in ids]
    assert [story and story.dossier.articles[0].id for story in stories] == ["a", "a-2"]
    assert stories[1]
    assert stories[1].dossier.claims[0].members == ("a-2.01",)
    found = library.article(shelf, "a-2")
    assert found
    assert found[0].text == other.articles[0].text


def test_two_stories_of_one_name_stay_two(own_archive: Archive) -> None:
    one = replace(of_text("فُتح الجسر صباح أمس"), story="خبر")
    other = replace(of_text("أُغلق الميناء مساء اليوم"), story="خبر")
    ids = {put_dossier(own_archive, dossier, "serve", []) for dossier in (one, other)}
    assert ids == {"خبر", "خبر-2"}


def test_renaming_touches_every_place() -> None:
    made = renamed(ferry(), {"n": "neu"})
    assert "n" not in {article.id for article in made.articles}
    known = {statement.id for statement in made.statements}
    assert {member for claim in made.claims for member in claim.members} <= known
    assert {id for relation in made.relations for id in relation.statements} <= known
    assert {s.article for s in made.statements} <= {a.id for a in made.articles}
    assert {id for copy in made.copies for id in (copy.a, copy.b)} <= {a.id for a in made.articles}
    assert renamed(made, {"neu": "n"}) == ferry()


def test_runs_tell_what_was_read(own_archive: Archive) -> None:
    put_dossier(own_archive, ferry(), "serve", ["ferry.json"])
    run = library.runs(Library(own_archive))[0]
    assert run.inputs == ("ferry.json",)
    assert run.added == len(ferry().articles)
    assert sum(lost.n for lost in run.dropped) == len(ferry().rejects)


def test_pages_of_the_list_follow_each_other(own_archive: Archive) -> None:
    for n in range(25):
        made = of_text(f"وصل الوفد رقم {n} إلى المدينة صباح اليوم")
        article = replace(made.articles[0], id=f"d{n}", published=f"2031-03-{n + 1:02}")
        statement = replace(made.statements[0], id=f"d{n}.01", article=article.id)
        claim = replace(made.claims[0], members=(statement.id,))
        whole = replace(made, story=f"s{n}", articles=(article,), statements=(statement,), claims=(claim,))
        put_dossier(own_archive, whole, "serve", [])
    shelf = Library(own_archive)
    for query in ("", "الوفد"):
        first = listing.listing(shelf, Wanted(query=query))
        second = listing.listing(shelf, Wanted(query=query, after=first.after))
        ids = [one.line.id for one in (*first.lines, *second.lines)]
        assert sorted(ids) == sorted(f"s{n}" for n in range(25))
        assert first.after
        assert not second.after
