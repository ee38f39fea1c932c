from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur import pipeline
from tawatur.errors import InputError
from tawatur.model import Account, Article, Claim, Dossier, Intake, Reason, Reject, Statement
from tawatur.pipeline import STAGES, Draft, Progress, Stage, build_from
from tawatur.settings import DEFAULT, Settings


def article(id: str, *, outlet: str = "", published: str | None = "2031-05-02", language: str = "ar") -> Article:
    return Article(id, outlet or f"{id}.example", "قال الوزير إن الجسر سيُفتح.", published=published, language=language)


def one_statement(article: Article) -> Statement:
    end = len(article.text)
    return Statement(
        id=f"{article.id}.01",
        article=article.id,
        sentence=(0, end),
        content=(0, end),
        source=None,
        cue=None,
        via=None,
        chain=(f"outlet:{article.outlet}",),
        explicitness="none",
        mode="none",
        kind="fact",
        polarity="+",
        certainty="certain",
    )


def read_plainly(draft: Draft, _settings: Settings, _told: Progress) -> Draft:
    """One statement an article, except in one that is not Arabic."""
    accounts = [Account(a, (one_statement(a),) if a.language == "ar" else (), (), ()) for a in draft.articles]
    return replace(draft, accounts=tuple(accounts))


def claim_each(draft: Draft, _settings: Settings, _told: Progress) -> Draft:
    said = [statement.id for account in draft.accounts for statement in account.statements]
    return replace(draft, claims=tuple(Claim(f"c{at:02}", (id,)) for at, id in enumerate(said, 1)))


def built(
    monkeypatch: pytest.MonkeyPatch, *articles: Article, events: tuple[tuple[str, ...], ...] | None = None
) -> Dossier:
    found = events or (tuple(a.id for a in articles),)
    monkeypatch.setattr("tawatur.stories.find_events", lambda _accounts, _settings: found)
    stages: list[tuple[str, Stage]] = [
        ("statements", read_plainly),
        ("claims", claim_each),
        ("findings", pipeline.findings),
    ]
    return build_from(Intake(articles), stages=stages)


def codes(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    return {finding.reason.code.removeprefix("pipeline."): finding.articles for finding in dossier.findings}


def test_nothing_read_names_every_reject_and_why() -> None:
    rejects = (Reject("a.txt", Reason("made.up", ("a.txt",))), Reject("b.html", Reason("made.up_too", ("b.html",))))
    with pytest.raises(InputError) as raised:
        build_from(Intake((), rejects))
    assert "a.txt: made.up" in str(raised.value)
    assert "b.html: made.up_too" in str(raised.value)
    assert ".jsonl" in raised.value.remedy


def test_no_input_at_all_says_so() -> None:
    with pytest.raises(InputError, match="no article was found"):
        build_from(Intake(()))


def test_two_complete_articles_of_one_event_give_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(built(monkeypatch, article("a"), article("b"))) == {}


def test_one_article_has_nothing_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(built(monkeypatch, article("a"))) == {"single_article": ("a",)}


def test_one_outlet_cannot_confirm_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = built(monkeypatch, article("a", outlet="x.example"), article("b", outlet="x.example"))
    assert codes(dossier) == {"single_outlet": ("a", "b")}


def test_two_events_are_named_with_their_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [article(id) for id in "abc"]
    dossier = built(monkeypatch, *articles, events=(("a", "c"), ("b",)))
    assert [f.reason for f in dossier.findings] == [Reason("pipeline.several_events", ("2", "a, c; b"))]


def test_a_missing_date_and_an_unknown_outlet_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = built(monkeypatch, article("a", published=None), article("b", outlet="unknown:b"))
    assert codes(dossier) == {"no_date": ("a",), "outlet_unknown": ("b",)}


def test_a_language_not_read_is_kept_and_not_called_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = built(monkeypatch, article("a"), article("b", language="fa"))
    assert codes(dossier) == {"language_not_read": ("b",)}
    assert [a.id for a in dossier.articles] == ["a", "b"]


def test_a_language_that_cannot_be_told_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(built(monkeypatch, article("a"), article("b", language="und"))) == {"language_unknown": ("b",)}


def test_the_statements_stage_reads_no_language_it_does_not_know() -> None:
    draft = Draft((article("b", language="fa"),))
    (account,) = pipeline.statements(draft, DEFAULT, lambda *_: None).accounts
    assert account.statements == ()


def test_an_article_without_statements_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = article("a"), article("b")
    draft = Draft((a, b), accounts=(Account(a, (one_statement(a),), (), ()), Account(b, (), (), ())))
    monkeypatch.setattr("tawatur.stories.find_events", lambda _accounts, _settings: (("a", "b"),))
    found = pipeline.findings(draft, DEFAULT, lambda *_: None).findings
    assert [(f.reason.code, f.articles) for f in found] == [("pipeline.no_statements", ("b",))]


def test_every_finding_has_words_in_both_languages() -> None:
    from tawatur.languages.lexicons import entries

    texts = {entry["form"]: entry for entry in entries("interface", "reasons_pipeline")}
    assert set(texts) == {
        f"pipeline.{code}"
        for code in (
            "single_article",
            "single_outlet",
            "several_events",
            "language_not_read",
            "language_unknown",
            "no_statements",
            "no_date",
            "outlet_unknown",
            "judged",
            "judgements_unplaced",
        )
    }
    assert all(entry["en"] and entry["ar"] for entry in texts.values())


def test_progress_tells_every_stage_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int, int]] = []
    stages: list[tuple[str, Stage]] = [("statements", read_plainly), ("claims", claim_each)]
    build_from(Intake((article("a"),)), stages=stages, progress=lambda *step: told.append(step))
    assert told == [("statements", 0, 1), ("statements", 1, 1), ("claims", 0, 1), ("claims", 1, 1)]


def test_the_stages_are_the_flow() -> None:
    names = "statements second_reading judged_speakers copies sources claims judged_claims relations origins findings"
    assert [name for name, _ in STAGES] == names.split()
