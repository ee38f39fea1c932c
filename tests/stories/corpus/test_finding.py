from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.languages.ar.script import words
from tawatur.model import Article, Chrome, Reason, Span
from tawatur.stories import find_copies, find_copies_among
from tawatur.stories.corpus.settings import DEFAULT
from tawatur.stories.fingerprints import key
from tests.stories.corpus.invented import COUNCIL, FIRE, PRINCE, WIRE, article

SPELLINGS = (("أ", "ا"), ("إ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ؤ", "ئ"), ("1", "١"), ("5", "٥"), ("3", "۳"))


def keys_in(text: str, span: Span) -> list[str]:
    return [key(word.folded) for word in words(text, *span) if word.text[0].isalnum()]


def test_a_whole_copy_a_copied_part_and_a_text_of_its_own() -> None:
    found = find_copies_among([article("a", WIRE), article("b", f"{COUNCIL} {WIRE}"), article("c", FIRE)])
    (pair,) = found.pairs
    assert (found.articles, found.aligned) == (3, 1)
    assert (pair.a, pair.b, pair.share, pair.verbatim, pair.standing) == ("b", "a", 1.0, 1.0, False)
    assert [reason.code for reason in pair.reasons] == ["stories.shared_wording", "stories.copy_longer"]
    ((left, right),) = pair.passages
    assert f"{COUNCIL} {WIRE}"[slice(*left)] == WIRE[slice(*right)] == WIRE.rstrip(".")


def test_few_and_empty_articles_have_no_pairs() -> None:
    assert find_copies_among([]).pairs == ()
    assert find_copies_among([article("a", WIRE)]).pairs == ()
    assert find_copies_among([article("a", ""), article("b", "خبر"), article("c", "\u0640 ... ")]).pairs == ()


def edited(data: st.DataObject, text: str) -> str:
    """The text as another desk would have it: other spellings, marks, some words changed, its last part first."""
    found = text.split()
    changed = data.draw(st.sets(st.integers(0, len(found) - 1), max_size=5))
    for at, word in enumerate(found):
        if at in changed:
            found[at] = data.draw(st.sampled_from(["قد", "تقريبا", "أيضا", ""]))
            continue
        for old, new in data.draw(st.lists(st.sampled_from(SPELLINGS), max_size=2)):
            word = word.replace(old, new)
        if len(word) > 3 and word[1].isalpha():
            word = word[:2] + data.draw(st.sampled_from(["", "\u064e", "\u0651", "\u0640"])) + word[2:]
        found[at] = word
    cut = data.draw(st.integers(0, 20))
    return " ".join([*found[len(found) - cut :], *found[: len(found) - cut]])


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_light_edits_hide_no_copy_and_every_passage_reads_alike(data: st.DataObject) -> None:
    texts = {"a": FIRE, "b": edited(data, FIRE), "c": COUNCIL}
    (pair,) = find_copies_among([article(id, text) for id, text in texts.items()]).pairs
    assert {pair.a, pair.b} == {"a", "b"}
    assert pair.share >= 0.6
    equal = 0
    for left, right in pair.passages:
        here, there = keys_in(texts[pair.a], left), keys_in(texts[pair.b], right)
        assert (here[0], here[-1]) == (there[0], there[-1])
        assert len([one for one in here if one in there]) >= 0.6 * max(len(here), len(there))
        equal += len([one for one in here if one in there])
    assert pair.words <= equal


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_articles_changes_nothing(data: st.DataObject) -> None:
    day = st.sampled_from([None, "2031-05-02", "2031-05-02T10:00:00Z", "2031-05-04"])
    parts = [WIRE, FIRE, COUNCIL, PRINCE]
    articles = [
        article(f"n{at}", " ".join(data.draw(st.lists(st.sampled_from(parts), min_size=1, max_size=3))),
                published=data.draw(day))
        for at in range(6)
    ]  # fmt: skip
    assert find_copies_among(data.draw(st.permutations(articles))) == find_copies_among(articles)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_the_passages_are_those_that_a_dossier_has(data: st.DataObject) -> None:
    articles = [article("a", FIRE), article("b", edited(data, FIRE)), article("c", f"{WIRE} {COUNCIL}")]
    (of_story,) = find_copies(articles)
    (pair,) = find_copies_among(articles).pairs
    assert (pair.a, pair.b, pair.passages, pair.share) == (of_story.a, of_story.b, of_story.passages, of_story.share)
    assert pair.reasons[1] == of_story.reason


def test_titles_alone_are_told_as_such() -> None:
    a = article("a", f"افتتح {PRINCE} جسر العبارات الجديد")
    b = article("b", f"عزى {PRINCE} أسر الصيادين")
    (pair,) = find_copies_among([a, b]).pairs
    assert pair.standing
    assert pair.reasons[0] == Reason("stories.shared_standing", (pair.a, pair.b))
    assert pair.passages


def test_articles_of_one_outlet_are_compared_on_demand() -> None:
    articles = [Article("a", "paper", WIRE), Article("b", "paper", WIRE)]
    assert find_copies_among(articles).pairs == ()
    assert len(find_copies_among(articles, replace(DEFAULT, one_outlet=True)).pairs) == 1


def test_what_is_far_apart_in_time_is_not_compared() -> None:
    early, late = article("a", WIRE, published="2031-05-02"), article("b", WIRE, published="2031-05-30T08:00:00Z")
    assert find_copies_among([early, late]).pairs == ()
    (pair,) = find_copies_among([early, late], replace(DEFAULT, days=40.0)).pairs
    assert (pair.a, pair.reasons[1].code) == ("a", "stories.copy_earlier")
    assert len(find_copies_among([early, article("c", WIRE)]).pairs) == 1


def test_chrome_is_never_compared() -> None:
    teaser = (Chrome((0, len(WIRE)), Reason("test.teaser")),)
    assert find_copies_among([article("a", WIRE, chrome=teaser), article("b", WIRE, chrome=teaser)]).pairs == ()


def test_a_credit_settles_who_was_first() -> None:
    a = article("a", WIRE, outlet_name="منارة الساحل")
    b = article("b", f"{WIRE} وذكرت صحيفة منارة الساحل أن البحث مستمر.", outlet_name="صدى المرفأ")
    (pair,) = find_copies_among([a, b]).pairs
    assert (pair.a, pair.reasons[1]) == ("a", Reason("stories.copy_credited", ("b", "a")))


def test_a_phrase_that_every_outlet_repeats_makes_no_candidates() -> None:
    limits = replace(DEFAULT, most_holders=6, most_of_outlet=1)
    closing = "نسأل الله أن يحفظ بلادنا ويديم عليها نعمة الأمن وسائر بلاد المسلمين كافة"
    articles = [Article(f"n{at}", f"paper{at % 3}", f"{FIRE[at * 31 : at * 31 + 30]} {closing}") for at in range(9)]
    assert find_copies_among(articles, limits).aligned == 0
    assert find_copies_among(articles[:6], limits).aligned > 0


def test_the_pairs_of_a_text_have_a_bound_and_neighbours_in_time_stay() -> None:
    limits = replace(DEFAULT, most_holders=3)
    articles = [article(f"n{at:02}", WIRE, published=f"2031-05-02T{at:02}:00:00Z") for at in range(12)]
    found = find_copies_among(articles, limits)
    assert found.aligned == 3 * 12 - 6
    assert {pair.a for pair in found.pairs if pair.b == "n11"} == {"n08", "n09", "n10"}
