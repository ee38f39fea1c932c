"""A whole run of asking: one request for each article that has something to ask, and what the run says of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from tawatur.model import Account, Finding, Reason, Statement
from tawatur.second_reader.answer import named
from tawatur.second_reader.endpoint import Endpoint, NoAnswerError, address, check
from tawatur.second_reader.question import request, uncertain
from tawatur.second_reader.rereading import reread
from tawatur.settings import Settings

Questions = Mapping[int, tuple[Statement, ...]]
Answers = dict[int, str | None]


def read_again(
    accounts: Sequence[Account], settings: Settings, told: Callable[[int, int], None]
) -> tuple[tuple[Account, ...], tuple[Finding, ...]]:
    """The accounts after the model was asked, and findings that say what was asked and what came of it.

    `told` hears how many articles of how many are done. Raises what `check` raises, and nothing for whatever the model
    or its server does: the program's own reading stands where no answer can be used.
    """
    check(settings)
    questions = {at: asked for at, account in enumerate(accounts) if (asked := uncertain(account, settings))}
    answers = _answers(accounts, questions, settings, told) if questions else {}
    after, outcomes = list(accounts), Counter[str]()
    for at, asked in questions.items():
        got = answers[at]
        after[at], came = reread(accounts[at], asked, {} if isinstance(got, NoAnswerError) else got, settings)
        outcomes.update(came)
    ids = {at: accounts[at].article.id for at in questions}
    return tuple(after), tuple(_findings(ids, answers, outcomes, settings))


def _answers(
    accounts: Sequence[Account], questions: Questions, settings: Settings, told: Callable[[int, int], None]
) -> dict[int, Answers | NoAnswerError]:
    """What came back for each article. Equal requests are sent once; a server that is gone is not asked again."""
    found: dict[int, Answers | NoAnswerError] = {}
    before: dict[str, Answers | NoAnswerError] = {}
    gone: NoAnswerError | None = None
    with Endpoint(settings) as endpoint:
        for done, (at, asked) in enumerate(questions.items()):
            told(done, len(questions))
            body = request(accounts[at].article, asked, settings)
            digest = hashlib.sha256(body).hexdigest()
            if digest not in before:
                before[digest] = gone or _asked(endpoint, body, len(asked))
            got = found[at] = before[digest]
            if isinstance(got, NoAnswerError) and got.lasting:
                gone = got
    return found


def _asked(endpoint: Endpoint, body: bytes, asked: int) -> Answers | NoAnswerError:
    try:
        return named(endpoint.ask(body), asked)
    except ValueError:
        return NoAnswerError("malformed")
    except NoAnswerError as none:
        return none


def _findings(
    ids: Mapping[int, str], answers: Mapping[int, Answers | NoAnswerError], outcomes: Counter[str], settings: Settings
) -> list[Finding]:
    """That a model was used, which, and what came of it; then each trouble with the articles it met."""
    where = (str(settings.ask_model), address(str(settings.ask_url)))
    if not ids:
        return [Finding(Reason("second_reader.not_needed", where))]
    counts = tuple(str(outcomes[name]) for name in ("changed", "agreed", "refused", "silent"))
    used = Reason("second_reader.used", (*where, str(outcomes.total()), *counts))
    found = [Finding(used, tuple(ids.values()))]
    troubles: dict[tuple[str, str], list[str]] = {}
    for at, got in answers.items():
        if isinstance(got, NoAnswerError):
            troubles.setdefault((got.trouble, got.detail), []).append(ids[at])
    for (trouble, detail), met in troubles.items():
        found.append(Finding(Reason(f"second_reader.{trouble}", (*where, str(len(met)), detail)), tuple(met)))
    return found
