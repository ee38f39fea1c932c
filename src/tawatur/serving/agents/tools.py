"""What agents can ask, each a function of an archive and plain values that gives plain values.

What cannot be answered raises `TawaturError` with what to do instead; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from tawatur.dossier import explain, report
from tawatur.errors import DossierError, InputError, SettingsError, TawaturError
from tawatur.languages.media import name_of
from tawatur.model import Account, Article, Dossier, Reason
from tawatur.reading.addresses import canonical_address
from tawatur.reading.asking import Asking, Web
from tawatur.reading.draft import Draft
from tawatur.reading.intake import Ids, article_of, texts_of
from tawatur.serving.agents import answers
from tawatur.serving.agents.answers import Json
from tawatur.serving.corroborating import corroborate
from tawatur.settings import DEFAULT
from tawatur.store import Archive, accounts, articles, dossiers, stories, story_lines
from tawatur.store.ranking import Filter
from tawatur.store.searching import search_statements
from tawatur.writing.messages import Messages
from tawatur.writing.names import reader_names

MOST = 20
"""Rows of one answer."""


def corroborate_claim(
    archive: Archive, claim: str, since: str | None = None, until: str | None = None, passages: int = 5
) -> Json:
    """The answer to `corroborate`."""
    found = corroborate(archive, claim, Filter(since=_seconds(since), until=_seconds(until)))
    sides = [*(found.support.passages if found.support else ()), *(found.deny.passages if found.deny else ())]
    names = _outlet_names(archive, (p.article for p in (*sides, *found.discuss)))
    messages = Messages("en", answers.names_of(found, names))
    return answers.of_corroboration(found, messages, max(1, min(passages, MOST)))


def list_stories(
    archive: Archive,
    words: str | None = None,
    outlet: str | None = None,
    place: str | None = None,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
    corroborated: bool = False,
    conflicting: bool = False,
    limit: int = 10,
    after: str | None = None,
) -> Json:
    """The answer to `list_stories`; `after` is what the answer before gave as `next`."""
    limit = max(1, min(limit, MOST))
    kinds = (("outlet", outlet), ("place", place), ("speaker", speaker))
    with archive.reading() as session:
        ids = None
        if words:
            hits = search_statements(session, words, limit=200).hits
            ids = tuple(dict.fromkeys(hit.story for hit in hits if hit.story))
        wanted = story_lines.StoryFilter(
            facets=tuple((kind, value) for kind, value in kinds if value),  # type: ignore[misc]
            since=_hours(since),
            until=_hours(until),
            corroborated=corroborated,
            conflicting=conflicting,
            ids=ids,
        )
        found = story_lines.story_list(session, wanted, limit=limit + 1, after=_after(after))
    shown = found[:limit]
    following = f"{shown[-1].last!r} {shown[-1].number}" if len(found) > limit else None
    return {"stories": [answers.of_line(line) for line in shown], "next": following}


def get_dossier(archive: Archive, story: str, part: str = "summary", limit: int = 10, start: int = 0) -> Json:
    """The answer to `get_dossier`: a part of a story's dossier, `limit` rows from row `start`."""
    dossier = _dossier(archive, story)
    views, messages = report(dossier), Messages("en", reader_names(dossier, "en"))
    limit = max(1, min(limit, MOST))
    rows: list[Json]
    match part:
        case "summary":
            counts = {
                "articles": len(dossier.articles),
                "outlets": [messages.name(f"outlet:{outlet.key}") for outlet in views.outlets],
                "origins": views.origins,
                "claims": len(views.claims),
                "carried_by_several_outlets": len(views.shared),
                "corroborated": len(views.corroborated),
                "echo_one_origin": len(views.echoes),
                "conflicts": len(views.conflicts),
            }
            first = [answers.of_claim(view, views.index, messages) for view in (views.corroborated or views.shared)[:5]]
            return {
                "story": dossier.story,
                **counts,
                "first_claims": first,
                "caveats": [answers.CAVEATS["corroborate"]],
            }
        case "claims":
            rows = [answers.of_claim(view, views.index, messages) for view in views.claims]
        case "conflicts":
            rows = [answers.of_relation(relation, views, messages) for relation in views.relations]
        case "figures":
            rows = [answers.of_series(series, messages) for series in views.figures]
        case "sources":
            rows = [
                {"source": row.source.id, "name": messages.name(row.source.id), "kind": row.source.kind,
                 "party": row.source.party, "outlets": len(row.outlets), "claims": len(row.claims),
                 "alone": len(row.alone)}
                for row in views.sources
            ]  # fmt: skip
        case "articles":
            rows = [answers.of_article(article) for article in dossier.articles]
        case _:
            raise SettingsError(
                f"a dossier has no part {part}",
                remedy="ask for summary, claims, conflicts, figures, sources or articles",
            )
    shown = rows[start : start + limit]
    following = start + limit if start + limit < len(rows) else None
    return {"story": dossier.story, part: shown, "all": len(rows), "next_start": following}


def trace_statement(archive: Archive, statement: str) -> Json:
    """The answer to `trace_statement`: on whose word a statement stands, and what claim it belongs to, with reasons."""
    article = statement.rpartition(".")[0]
    with archive.reading() as session:
        story = stories.story_of(session, article)
        dossier = dossiers.dossier(session, story) if story else None
        account = accounts.account(session, article)
    if dossier and any(s.id == statement for s in dossier.statements):
        views, messages = report(dossier), Messages("en", reader_names(dossier, "en"))
        said = views.index.statements[statement]
        view = next(view for view in views.claims if statement in view.claim.members)
        steps = [messages.reason(step.reason) for step in explain(dossier, statement).steps]
        told = answers.of_statement(said, views.index, messages, DEFAULT.unsure)
        return told | {"story": dossier.story, "claim": answers.of_claim(view, views.index, messages), "why": steps}
    found = next((s for s in account.statements if s.id == statement), None) if account else None
    if account is None or found is None:
        raise DossierError(
            f"the archive has no statement {statement}", remedy="take ids from corroborate, get_dossier or read_article"
        )
    told = _alone(account, [found.id])["statements"][0]
    return {**told, "story": None, "claim": None, "why": []}


def read_article(archive: Archive, article: str, limit: int = 20, start: int = 0, *, web: Web | None = None) -> Json:
    """The answer to `read_article`, by id or address: who says what in it. Only with `web` is an address asked."""
    with archive.reading() as session:
        read = accounts.account(session, article)
        known = articles.article(session, article)
        if known is None and article.startswith(("http://", "https://")):
            known = articles.at_address(session, canonical_address(article) or article)
            read = accounts.account(session, known.id) if known else None
    if known is None:
        known = _fetched(article, web)
    account = read or _read(known)
    told = _alone(account, [s.id for s in account.statements[start : start + max(1, min(limit, 50))]])
    following = start + len(told["statements"])
    return {
        **answers.of_article(known),
        "in_archive": read is not None,
        **told,
        "all": len(account.statements),
        "next_start": following if following < len(account.statements) else None,
    }


def _alone(account: Account, wanted: Iterable[str]) -> dict[str, list[Json]]:
    """Statements of one article, told without its story."""
    from tawatur.dossier import assemble
    from tawatur.dossier.index import index
    from tawatur.stories import resolve_sources

    sources, resolved = resolve_sources([account])
    dossier = assemble(account.article.id, resolved, sources, (), (), (), (), (), DEFAULT)
    messages, chosen = Messages("en", reader_names(dossier, "en")), set(wanted)
    told = [
        answers.of_statement(s, index(dossier), messages, DEFAULT.unsure) for s in dossier.statements if s.id in chosen
    ]
    return {"statements": told}


def _read(article: Article) -> Account:
    from tawatur.pipeline import READ_LANGUAGES
    from tawatur.statements import read_account

    return read_account(article, DEFAULT) if article.language in READ_LANGUAGES else Account(article, (), (), ())


def _fetched(url: str, web: Web | None) -> Article:
    """The article at an address that is not in the archive. Private addresses are never asked for an agent."""
    if web is None or not url.startswith(("http://", "https://")):
        raise DossierError(
            f"the archive has no article {url}",
            remedy="give the id or address of one that it has; this server asks no addresses"
            if web is None
            else "give an id that it has, or an address that begins with https://",
        )
    asking, why = Asking((), web), Reason("reading.empty", (url,))
    try:
        for page in asking.address(url):
            for item in texts_of(page, asking):
                if isinstance(item, Draft):
                    key, _ = Ids().given(item)
                    return article_of(item, key or url)
                why = item.reason
    finally:
        asking.close()
    raise InputError(f"cannot read {url}: {Messages('en', {}).reason(why)}", remedy="give another address")


def _dossier(archive: Archive, story: str) -> Dossier:
    with archive.reading() as session:
        found = dossiers.dossier(session, stories.current_id(session, story))
    if found is None:
        raise DossierError(
            f"there is no dossier of a story {story}",
            remedy="take the id from list_stories; a story of one outlet has none",
        )
    return found


def _outlet_names(archive: Archive, ids: Iterable[str]) -> dict[str, str]:
    with archive.reading() as session:
        found = articles.articles(session, ids).values()
    return {a.outlet: a.outlet_name or name_of(f"outlet:{a.outlet}") or a.outlet for a in found}


def _moment(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise SettingsError(f"{value} is no time", remedy="write it as 2031-05-06 or 2031-05-06T08:00:00Z") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _seconds(value: str | None) -> int | None:
    moment = _moment(value)
    return int(moment.timestamp()) if moment else None


def _hours(value: str | None) -> float | None:
    moment = _moment(value)
    return moment.timestamp() / 3600 if moment else None


def _after(value: str | None) -> tuple[float, int] | None:
    if not value:
        return None
    try:
        last, number = value.split()
        return float(last), int(number)
    except ValueError:
        raise SettingsError(
            f"{value} is no place in the list", remedy="give what the answer before gave as next"
        ) from None


def plain(error: TawaturError) -> str:
    """What an error says and what to do, as one line for an agent."""
    return f"{error}. {error.remedy}." if error.remedy else f"{error}."
