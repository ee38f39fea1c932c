"""Voices settled by what stands round a proposition: where the network is sure, and what is then read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from tawatur.model import Article
from tawatur.statements import models, voicing
from tawatur.statements.account import drafts_of, read_account
from tawatur.statements.drafting import Voiced
from tawatur.statements.segments import Cut
from tawatur.statements.voicing import OWN, SAID, settled

TEXT = "غرق عبّارة\nقال الوزير سامي الشامي إن العبّارة غرقت. وأضاف أن الزوارق نقلت الركاب. وانقطعت الكهرباء عن المدينة."
ARTICLE = Article("a", "almadar", TEXT, (0, len("غرق عبّارة")))


def _says(monkeypatch: pytest.MonkeyPatch, *shares: float) -> None:
    """Let the network give these probabilities in turn, 0.5 afterwards."""

    def spoken(articles: Iterable[Sequence[Sequence[str]]]) -> list[float]:
        count = sum(map(len, articles))
        return [*shares, *[0.5] * count][:count]

    monkeypatch.setattr(voicing, "spoken", spoken)


CUTS = [[Cut((0, 2), {}, 0.5), Cut((2, 4), {}, 0.5)]]


def _voiced(*said: bool) -> list[Voiced]:
    return [Voiced((0, number), one, False, []) for number, one in enumerate(said)]


def test_what_the_rules_found_stays_where_the_network_is_not_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    _says(monkeypatch, OWN, SAID)
    assert not list(settled([_voiced(True, False)], [CUTS]))


def test_a_speaker_is_taken_away_and_one_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    _says(monkeypatch, OWN - 0.01, SAID + 0.01)
    ((number, (its,)),) = settled([_voiced(True, False)], [CUTS])
    assert number == 0
    assert [cut.voice for cut in its] == ["own", "said"]


def test_the_outlet_is_not_taken_for_a_speaker_where_its_words_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    _says(monkeypatch, 0.99)
    assert not list(settled([[Voiced((0, 0), False, True, [])]], [CUTS]))


def test_only_the_articles_that_change_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    _says(monkeypatch, 0.9, 0.1, 0.1, 0.1)
    found = dict(settled([_voiced(True, False), _voiced(True, False)], [CUTS, CUTS]))
    assert list(found) == [1]
    assert [cut.voice for cut in found[1][0]] == ["own", None]
    assert [cut.voice for cut in CUTS[0]] == [None, None]


def test_words_whose_voice_is_settled_are_read_so_and_say_why(monkeypatch: pytest.MonkeyPatch) -> None:
    (drafts,), _ = drafts_of([ARTICLE], settle=False)
    said = [one.voiced.said for one in drafts.drafts]
    at = said.index(True)
    _says(monkeypatch, *[0.1 if n == at else 0.5 for n in range(len(said))])
    statement = read_account(ARTICLE).statements[at]
    assert len(statement.chain) == 1
    (reason,) = (reason for reason in statement.reasons if reason.code == "statements.settled_own")
    assert reason.values == ("10%",)
    assert not any(reason.code.startswith("statements.sounds_") for reason in statement.reasons)


def test_words_of_nobody_that_are_said_go_on_with_the_last_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    (drafts,), _ = drafts_of([ARTICLE], settle=False)
    contents = [TEXT[slice(*one.content)] for one in drafts.drafts]
    at = next(n for n, words in enumerate(contents) if "الكهرباء" in words)
    assert not drafts.drafts[at].voiced.said
    _says(monkeypatch, *[0.95 if n == at else 0.5 for n in range(len(contents))])
    account = read_account(ARTICLE)
    statement = next(s for s in account.statements if "الكهرباء" in TEXT[slice(*s.content)])
    speaker = next(s for s in account.speakers if s.key == statement.chain[-1])
    assert "سامي الشامي" in speaker.names[0]
    assert "statements.settled_said" in [reason.code for reason in statement.reasons]


def test_words_that_nobody_can_have_said_stay_the_outlets_without_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    _says(monkeypatch, *[0.95] * 9)
    text = "غرقت العبّارة مساء أمس. وانقطعت الكهرباء عن المدينة."
    statements = read_account(Article("a", "almadar", text)).statements
    assert statements
    assert all(len(s.chain) == 1 for s in statements)
    assert not any(reason.code == "statements.settled_said" for s in statements for reason in s.reasons)


def test_the_network_knows_most_of_what_drafts_show() -> None:
    (drafts,), _ = drafts_of([ARTICLE], settle=False)
    shown = [feature for one in drafts.drafts for feature in one.voiced.features]
    assert sum(feature in models.voicing_network().rows for feature in shown) > 0.8 * len(shown)
