from __future__ import annotations

from dataclasses import replace

from tawatur.dossier import report
from tawatur.dossier.event_days import event_days
from tawatur.model import Claim, DateBasis, Dossier, Reason, TimeExpression
from tests.invented_dossier import of_text

TEXT = "فُتح الجسر يوم الثلاثاء أمام السيارات"
WHY = Reason("time.absolute")


def dated(value: str | None, basis: DateBasis = "absolute", kind: str = "fact") -> Dossier:
    made = of_text(TEXT)
    at = (TEXT.index("الثلاثاء"), TEXT.index("الثلاثاء") + 8)
    statement = replace(made.statements[0], kind=kind)  # type: ignore[arg-type]
    return replace(made, statements=(statement,), dates=(TimeExpression("a", at, value, basis, WHY),))


def days(dossier: Dossier) -> list[tuple[str, list[str]]]:
    return [(day.day, [view.claim.id for view in day.claims]) for day in event_days(report(dossier))]


def test_claim_stands_under_the_day_that_its_words_name() -> None:
    assert days(dated("2031-03-04")) == [("2031-03-04", ["c01"])]
    assert days(dated("2031-03-04T06:00")) == [("2031-03-04", ["c01"])]


def test_what_names_no_single_day_stands_under_none() -> None:
    for value in ("2031-03", "2031-03-04/2031-03-06", "2031-W10", None):
        assert days(dated(value)) == []
    assert days(dated("2031-03-04", "unresolved")) == []


def test_comment_and_prediction_are_no_events() -> None:
    assert days(dated("2031-03-04", kind="prediction")) == []


def test_day_of_most_outlets_is_taken() -> None:
    from tests.invented_dossier import ferry

    base = ferry()
    claim = next(claim for claim in base.claims if len(claim.members) > 1)
    members = [next(s for s in base.statements if s.id == id) for id in claim.members]
    dates = tuple(
        TimeExpression(s.article, (s.content[0], s.content[0] + 1), day, "absolute", WHY)
        for s, day in zip(members, ["2031-03-09", "2031-03-02", "2031-03-02"], strict=False)
    )
    found = dict(days(replace(base, dates=dates)))
    outlets = {s.article for s in members}
    wanted = "2031-03-02"
    assert len(outlets) > 1
    assert claim.id in found[wanted]
    assert isinstance(claim, Claim)
