"""What is asked of every counter of sources: an annotated claim, and the reports that carry it.

A question is a claim that at least two outlets of a development story carry, or an origin case. A report is one article
with the passages in which it makes the claim, and the chains of names by which it says whose word they are: the outlet,
whom it relays, the speaker, as this article names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from evaluation.gold_input import read_cases, read_story

from tawatur.languages.lexicons import entries
from tawatur.model import Account, Article, Claim, Statement


@dataclass(frozen=True, slots=True)
class Report:
    """One article that carries a claim; `published` is "" where the gold tells no time."""

    article: str
    outlet: str
    domain: str
    url: str
    published: str
    headline: str
    passages: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A claim with its reports in order of publication, and the true interval of its independent origins."""

    corpus: str
    id: str
    independent: tuple[int, int]
    reports: tuple[Report, ...]

    @property
    def words(self) -> str:
        """The claim in words: those of the first passage of the earliest report."""
        return self.reports[0].passages[0]


def questions(data: Path) -> list[Question]:
    """The claims that several outlets carry in the annotated stories, then the origin cases; none without the data."""
    found = []
    for path in sorted((data / "gold" / "stories").glob("*.gold.json")):
        accounts, claims, gold = read_story(path)
        story = path.name.partition(".")[0]
        rows = {row["id"]: row for row in gold["claims"]}
        for claim in claims:
            reports = _reports(accounts, claim)
            if len({report.outlet for report in reports}) > 1:
                found.append(_question("stories", f"{story}/{claim.id}", rows[claim.id], reports))
    folder = data / "gold" / "origins"
    if (folder / "cases.jsonl").exists():
        for case, accounts, claim in read_cases(folder):
            found.append(_question("origin cases", case["id"], case, _reports(accounts, claim)))
    return found


def _question(corpus: str, id: str, row: Mapping[str, Any], reports: Sequence[Report]) -> Question:
    low, high = row["independent"]
    return Question(corpus, id, (low, high), tuple(reports))


def _reports(accounts: Iterable[Account], claim: Claim) -> list[Report]:
    members = frozenset(claim.members)
    found = []
    for account in accounts:
        article = account.article
        own = [statement for statement in account.statements if statement.id in members]
        if own:
            domain = domain_of(article)
            found.append(
                Report(
                    article.id,
                    article.outlet,
                    domain,
                    article.url or f"https://{domain}/{article.id}",
                    article.published or "",
                    article.text[slice(*article.title)] if article.title else "",
                    tuple(article.text[slice(*statement.content)] for statement in own),
                    _chains(account, own),
                )
            )
    return sorted(found, key=lambda report: (report.published or "9", report.article))


def _chains(account: Account, statements: Iterable[Statement]) -> tuple[tuple[str, ...], ...]:
    names = {speaker.key: speaker.names[0] for speaker in account.speakers}
    found = ((account.article.outlet, *(names.get(key, key) for key in s.chain[1:])) for s in statements)
    return tuple(dict.fromkeys(found))


def domain_of(article: Article) -> str:
    """The host that an outlet publishes under, by the article's address, else by the lexicon."""
    host = urlsplit(article.url).hostname if article.url else None
    if host:
        return host.removeprefix("www.")
    known = next((entry["hosts"] for entry in entries("common", "outlets") if entry["key"] == article.outlet), ())
    return str(known[0]) if known else f"{article.outlet}.example"
