from __future__ import annotations

from dataclasses import replace

from tawatur.dossier import assemble
from tawatur.dossier.figures import figures
from tawatur.dossier.index import index
from tawatur.dossier.series import Series
from tawatur.model import (
    Account,
    Article,
    Claim,
    Dossier,
    Origin,
    Quantity,
    Reason,
    Relation,
    RelationType,
    Source,
    Statement,
    TimeExpression,
)
from tawatur.settings import DEFAULT
from tests.invented_dossier import ferry, place, sample, statement

WHY = Reason("dossier.own_voice")
TOLD = {
    "a": ("2031-03-04T08:00:00Z", "قال الدفاع المدني إن 9 عمال قتلوا في انهيار المنجم", "9 عمال قتلوا", "9 عمال", 9),
    "b": ("2031-03-04T12:00:00Z", "قالت وزارة الصحة إن 11 عاملاً قتلوا في المنجم", "11 عاملاً قتلوا", "11 عاملاً", 11),
    "c": ("2031-03-05", "أفاد محافظ الإقليم بأن 11 عاملاً قتلوا تحت الأنقاض", "11 عاملاً قتلوا", "11 عاملاً", 11),
}
SPEAKERS = {"a": "src:دفاع", "b": "src:صحة", "c": "src:محافظ"}


def mine(type: RelationType | None = "update") -> Dossier:
    """Three outlets and three speakers on the toll of one mine: 9, then 11 twice."""
    accounts, claims = [], []
    for id, (published, text, content, words, number) in TOLD.items():
        owner = Article(id, f"o-{id}", f"انهيار منجم\n{text}", (0, 11), published=published)
        count = Quantity(place(owner.text, words), number, number, "person", "killed")
        chain = (f"outlet:o-{id}", SPEAKERS[id])
        cue = place(owner.text, text.split()[0])
        said = statement(
            f"{id}.01", owner, content, chain, quantities=(count,), sentence=place(owner.text, text), cue=cue
        )
        accounts.append(Account(owner, (said,), (), ()))
    for n, ids in enumerate((("a",), ("b", "c")), start=1):
        members = tuple(f"{id}.01" for id in ids)
        roots = tuple(SPEAKERS[id] for id in ids)
        origins = tuple(Origin((SPEAKERS[id],), (f"{id}.01",)) for id in ids)
        claims.append(Claim(f"c0{n}", members, roots=roots, origins=origins, independent=(len(ids), len(ids))))
    sources = [Source(f"outlet:o-{id}", "outlet", f"منبر {id}") for id in TOLD]
    sources += [Source(id, "organisation", id.removeprefix("src:")) for id in SPEAKERS.values()]
    spans = accounts[0].statements[0].quantities[0].span, accounts[1].statements[0].quantities[0].span
    relations = [Relation("c01", "c02", type, "number", ("a.01", "b.01"), spans, WHY)] if type else []
    return assemble("منجم", accounts, sources, claims, relations, [], [], [], DEFAULT)


def series(dossier: Dossier) -> tuple[Series, ...]:
    return figures(index(dossier))


def changed(dossier: Dossier, id: str, **fields: object) -> Dossier:
    statements: list[Statement] = [
        replace(s, **fields) if s.id == id else s  # type: ignore[arg-type]
        for s in dossier.statements
    ]
    return replace(dossier, statements=tuple(statements))


def test_figures_stand_in_order_of_their_report_with_who_says_them() -> None:
    (only,) = series(mine())
    assert only.counted == "killed"
    assert [(f.article, f.low, f.speaker) for f in only.figures] == [
        ("a", 9, "src:دفاع"),
        ("b", 11, "src:صحة"),
        ("c", 11, "src:محافظ"),
    ]


def test_order_does_not_depend_on_the_order_of_the_articles() -> None:
    dossier = mine()
    turned = replace(dossier, articles=dossier.articles[::-1], statements=dossier.statements[::-1])
    assert [f.article for f in series(turned)[0].figures] == ["a", "b", "c"]


def test_what_an_update_replaces_no_longer_stands() -> None:
    (only,) = series(mine("update"))
    assert [only.old(figure) for figure in only.figures] == [True, False, False]
    assert (only.estimate.low, only.estimate.best.low, only.estimate.high) == (11, 11, 11)


def test_contradicted_figures_both_stand_and_the_best_has_most_origins() -> None:
    (only,) = series(mine("contradiction"))
    assert not any(only.old(figure) for figure in only.figures)
    assert (only.estimate.low, only.estimate.best.low, only.estimate.high) == (9, 11, 11)
    assert only.estimate.best_origins == 2


def test_of_figures_with_as_many_origins_the_latest_is_best() -> None:
    dossier = mine("contradiction")
    first, second = dossier.claims
    weaker = replace(second, origins=second.origins[:1])
    (only,) = series(replace(dossier, claims=(first, weaker)))
    assert (only.estimate.best.low, only.estimate.best_origins) == (11, 1)


def test_repeating_without_a_source_does_not_support_a_figure() -> None:
    dossier = mine("contradiction")
    first, second = dossier.claims
    own = changed(dossier, "b.01", chain=("outlet:o-b",))
    own = changed(own, "c.01", chain=("outlet:o-c",))
    (only,) = series(replace(own, claims=(first, replace(second, roots=(), origins=(), independent=(0, 0)))))
    assert (only.estimate.best.low, only.estimate.best_origins) == (9, 1)


def test_open_figure_makes_the_high_open() -> None:
    dossier = mine("contradiction")
    open_ended = replace(dossier.statements[2].quantities[0], high=None)
    assert series(changed(dossier, "c.01", quantities=(open_ended,)))[0].estimate.open
    assert not series(dossier)[0].estimate.open


def test_unrelated_counts_of_one_role_are_two_series_or_none() -> None:
    (only,) = series(mine(None))
    assert [figure.article for figure in only.figures] == ["b", "c"]


def test_figures_of_one_article_make_no_series() -> None:
    dossier = mine("update")
    assert series(changed(dossier, "c.01", quantities=()))
    assert not series(changed(changed(dossier, "c.01", quantities=()), "b.01", quantities=()))


def test_denied_numbers_comment_and_predictions_are_left_out() -> None:
    dossier = mine("contradiction")
    for fields in ({"polarity": "-"}, {"kind": "comment"}, {"kind": "prediction"}):
        assert [f.article for f in series(changed(dossier, "a.01", **fields))[0].figures] == ["b", "c"]


def test_money_makes_a_series_only_where_its_claims_are_related() -> None:
    def priced(type: RelationType | None) -> Dossier:
        dossier = mine(type)
        for s in dossier.statements:
            dossier = changed(dossier, s.id, quantities=(replace(s.quantities[0], unit="usd", state=None),))
        return dossier

    assert [s.counted for s in series(priced("contradiction"))] == ["usd"]
    assert series(priced(None)) == ()


def test_day_beside_the_speaker_is_the_day_of_the_figure() -> None:
    dossier = dated("b", "وزارة الصحة", "2031-03-03")
    first = series(dossier)[0].figures[0]
    assert (first.article, first.time, first.said) == ("b", "2031-03-03", True)


def test_day_of_the_report_itself_is_told_by_its_hour() -> None:
    assert not any(figure.said for figure in series(dated("b", "وزارة الصحة", "2031-03-04"))[0].figures)


def test_day_of_the_event_is_not_the_day_of_the_figure() -> None:
    assert not any(figure.said for figure in series(dated("a", "في انهيار", "2031-03-01"))[0].figures)


def test_time_until_which_a_count_holds_is_its_day() -> None:
    dossier = mine()
    text = dossier.articles[1].text + " حتى مساء الاثنين"
    owner = replace(dossier.articles[1], text=text)
    whole = (dossier.statements[1].content[0], len(text))
    dossier = changed(dossier, "b.01", content=whole, sentence=(dossier.statements[1].sentence[0], len(text)))
    day = TimeExpression("b", place(text, "مساء الاثنين"), "2031-03-03", "publication", WHY)
    dossier = replace(dossier, articles=(dossier.articles[0], owner, dossier.articles[2]), dates=(day,))
    assert series(dossier)[0].figures[0].time == "2031-03-03"


def dated(id: str, words: str, value: str) -> Dossier:
    """The dossier with a date at these words of one article."""
    dossier = mine()
    text = next(a.text for a in dossier.articles if a.id == id)
    return replace(dossier, dates=(TimeExpression(id, place(text, words), value, "publication", WHY),))


def test_conflict_of_two_outlets_is_a_series() -> None:
    (only,) = series(ferry())
    assert [(f.low, f.high) for f in only.figures] == [(12, 12), (15, None)]
    assert only.estimate.open


def test_sample_story_has_its_toll_and_what_replaced_what() -> None:
    toll = next(s for s in series(sample()) if s.counted == "killed")
    assert [figure.least for figure in toll.figures] == [9, 11, 17]
    assert [toll.old(figure) for figure in toll.figures] == [True, True, False]
    assert toll.estimate.best.least == 17
