"""A dossier read back from JSON. Everything is checked on the way in: kinds of values, spans, ids that must resolve."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_args

from tawatur import model
from tawatur.errors import DossierError
from tawatur.model import Dossier, Reason, Span

T = TypeVar("T")


def from_json(text: str) -> Dossier:
    """The dossier in a JSON text. Raises `DossierError`, which says what is wrong and where in the file."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise DossierError(f"not a dossier: not JSON ({error})", remedy=_REMEDY) from None
    if not isinstance(data, dict) or "statements" not in data:
        raise DossierError("not a dossier: no list 'statements' at the top", remedy=_REMEDY)
    dossier = _dossier(_Node(data, "dossier"))
    _check(dossier)
    return dossier


_REMEDY = "give a file that `tawatur dossier … -o FILE.json` wrote"


class _Node:
    """One JSON value and where it stands; every getter checks the type of what it takes."""

    __slots__ = ("at", "value")

    def __init__(self, value: Any, at: str) -> None:
        self.value, self.at = value, at

    def wrong(self, expected: str) -> DossierError:
        return DossierError(f"not a sound dossier: {self.at} should be {expected}", remedy=_REMEDY)

    def __getitem__(self, key: str) -> _Node:
        if not isinstance(self.value, dict):
            raise self.wrong("an object")
        return _Node(self.value.get(key), f"{self.at}.{key}")

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.wrong("a text")
        return self.value

    def whole(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.wrong("a whole number")
        return self.value

    def number(self) -> float:
        if not isinstance(self.value, int | float) or isinstance(self.value, bool):
            raise self.wrong("a number")
        return self.value

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.wrong("true or false")
        return self.value

    def one_of(self, literal: Any) -> Any:
        if self.value not in get_args(literal):
            raise self.wrong(f"one of {', '.join(get_args(literal))}")
        return self.value

    def maybe(self, read: Callable[[_Node], T]) -> T | None:
        return None if self.value is None else read(self)

    def items(self, read: Callable[[_Node], T]) -> tuple[T, ...]:
        """A list; an absent one is empty."""
        if self.value is None:
            return ()
        if not isinstance(self.value, list):
            raise self.wrong("a list")
        return tuple(read(_Node(item, f"{self.at}[{at}]")) for at, item in enumerate(self.value))

    def texts(self) -> tuple[str, ...]:
        return self.items(_Node.text)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        if self.value is None:
            return ()
        if not isinstance(self.value, dict):
            raise self.wrong("an object")
        return tuple((key, self[key].text()) for key in self.value)

    def two(self, read: Callable[[_Node], T]) -> tuple[T, T]:
        found = self.items(read)
        if len(found) != 2:
            raise self.wrong("a list of two")
        return found[0], found[1]

    def span(self) -> Span:
        start, end = self.two(_Node.whole)
        if not 0 <= start <= end:
            raise self.wrong("a span [start, end)")
        return start, end


def _dossier(d: _Node) -> Dossier:
    manifest = d["manifest"]
    if manifest.value is None:
        manifest = _Node({"version": "unknown"}, manifest.at)
    sources = d["sources"]
    if not isinstance(sources.value, dict):
        raise sources.wrong("an object of sources by id")
    return Dossier(
        story=d["story"].text(),
        articles=d["articles"].items(_article),
        sources=tuple(_source(id, sources[id]) for id in sources.value),
        statements=d["statements"].items(_statement),
        claims=d["claims"].items(_claim),
        relations=d["relations"].items(_relation),
        dates=d["dates"].items(_date),
        copies=d["copies"].items(_copy),
        findings=d["findings"].items(lambda f: model.Finding(_reason(f["reason"]), f["articles"].texts())),
        rejects=d["rejects"].items(lambda r: model.Reject(r["where"].text(), _reason(r["reason"]))),
        manifest=model.Manifest(
            version=manifest["version"].text(),
            settings=manifest["settings"].pairs(),
            data=manifest["data"].pairs(),
            inputs=manifest["inputs"].pairs(),
        ),
    )


def _reason(r: _Node) -> Reason:
    return Reason(r["code"].text(), r["values"].texts())


def _article(a: _Node) -> model.Article:
    return model.Article(
        id=a["id"].text(),
        outlet=a["outlet"].text(),
        text=a["text"].text(),
        title=a["title"].maybe(_Node.span),
        chrome=a["chrome"].items(lambda c: model.Chrome(c["span"].span(), _reason(c["reason"]))),
        outlet_name=a["outlet_name"].maybe(_Node.text),
        url=a["url"].maybe(_Node.text),
        published=a["published"].maybe(_Node.text),
        published_basis=a["published_basis"].maybe(_Node.text) or "none",
        language=a["language"].maybe(_Node.text) or "ar",
        origin=a["origin"].maybe(_Node.text) or "",
        canonical=a["canonical"].maybe(_Node.text),
        fetched=a["fetched"].maybe(_Node.text),
        versions=a["versions"].items(_version),
    )


def _version(v: _Node) -> model.Version:
    return model.Version(
        text=v["text"].text(),
        reason=_reason(v["reason"]),
        changes=v["changes"].items(_change),
        added=v["words_added"].whole(),
        removed=v["words_removed"].whole(),
        url=v["url"].maybe(_Node.text),
        published=v["published"].maybe(_Node.text),
        fetched=v["fetched"].maybe(_Node.text),
        origin=v["origin"].maybe(_Node.text) or "",
    )


def _change(c: _Node) -> model.Change:
    spans = c["spans"].items(_Node.span)
    if len(spans) != 2:
        raise c.wrong("a pair of spans")
    return model.Change(*spans)


def _source(id: str, s: _Node) -> model.Source:
    kind = s["kind"].one_of(model.SourceKind)
    return model.Source(id, kind, s["name"].text(), s["party"].flag(), s["aliases"].texts())


def _quantity(q: _Node) -> model.Quantity:
    return model.Quantity(
        span=q["span"].span(),
        low=q["low"].maybe(_Node.number),
        high=q["high"].maybe(_Node.number),
        unit=q["unit"].text(),
        state=q["state"].maybe(_Node.text),
        approximate=q["approximate"].flag(),
    )


def _statement(s: _Node) -> model.Statement:
    chain = s["chain"].texts()
    if not chain:
        raise s["chain"].wrong("a list that starts at an outlet")
    confidence = s["confidence"].maybe(_Node.number)
    return model.Statement(
        id=s["id"].text(),
        article=s["article"].text(),
        sentence=s["sentence"].span(),
        content=s["content"].span(),
        source=s["source"].maybe(_Node.span),
        cue=s["cue"].maybe(_Node.span),
        via=s["via"].maybe(_Node.span),
        chain=chain,
        explicitness=s["explicitness"].one_of(model.Explicitness),
        mode=s["mode"].one_of(model.Mode),
        kind=s["kind"].one_of(model.Kind),
        polarity=s["polarity"].one_of(model.Polarity),
        certainty=s["certainty"].one_of(model.Certainty),
        quantities=s["quantities"].items(_quantity),
        confidence=1.0 if confidence is None else confidence,
        reasons=s["reasons"].items(_reason),
    )


def _claim(c: _Node) -> model.Claim:
    members = c["members"].texts()
    if not members:
        raise c["members"].wrong("a list of at least one statement")
    return model.Claim(
        id=c["id"].text(),
        members=members,
        links=c["links"].items(
            lambda x: model.Link(x["a"].text(), x["b"].text(), x["score"].number(), x["reasons"].items(_reason))
        ),
        roots=c["roots"].texts(),
        origins=c["origins"].items(lambda o: model.Origin(o["roots"].texts(), o["members"].texts())),
        ties=c["ties"].items(
            lambda t: model.Tie(t["a"].text(), t["b"].text(), t["probability"].number(), t["reasons"].items(_reason))
        ),
        independent=c["independent"].two(_Node.whole),
        reasons=c["reasons"].items(_reason),
    )


def _relation(r: _Node) -> model.Relation:
    return model.Relation(
        a=r["a"].text(),
        b=r["b"].text(),
        type=r["type"].one_of(model.RelationType),
        slot=r["slot"].one_of(model.Slot),
        statements=r["statements"].two(_Node.text),
        spans=r["spans"].two(_Node.span),
        reason=_reason(r["reason"]),
    )


def _date(t: _Node) -> model.TimeExpression:
    return model.TimeExpression(
        article=t["article"].text(),
        span=t["span"].span(),
        value=t["value"].maybe(_Node.text),
        basis=t["basis"].one_of(model.DateBasis),
        reason=_reason(t["reason"]),
    )


def _copy(c: _Node) -> model.Copy:
    return model.Copy(
        a=c["a"].text(),
        b=c["b"].text(),
        passages=c["passages"].items(lambda p: p.two(_Node.span)),
        share=c["share"].number(),
        reason=_reason(c["reason"]),
    )


def _check(dossier: Dossier) -> None:
    """Every id that one record uses for another must be there, and every span must lie in its text."""
    texts = {article.id: len(article.text) for article in dossier.articles}
    statements = {statement.id: statement.article for statement in dossier.statements}
    sources, claims = {source.id for source in dossier.sources}, {claim.id for claim in dossier.claims}

    def known(id: str, among: Mapping[str, object] | set[str], who: str) -> None:
        if id not in among:
            raise DossierError(f"not a sound dossier: {who} names '{id}', which is not in it", remedy=_REMEDY)

    def inside(span: Span | None, article: str, who: str) -> None:
        known(article, texts, who)
        if span and span[1] > texts[article]:
            raise DossierError(f"not a sound dossier: {who} points past the text of '{article}'", remedy=_REMEDY)

    for article in dossier.articles:
        for span in (article.title, *(chrome.span for chrome in article.chrome)):
            inside(span, article.id, f"article {article.id}")
    for s in dossier.statements:
        for span in (s.sentence, s.content, s.source, s.cue, s.via, *(q.span for q in s.quantities)):
            inside(span, s.article, f"statement {s.id}")
        for link in s.chain:
            known(link, sources, f"the chain of {s.id}")
    for claim in dossier.claims:
        for member in claim.members:
            known(member, statements, f"claim {claim.id}")
    for relation in dossier.relations:
        who = f"the relation of {relation.a} and {relation.b}"
        known(relation.a, claims, who)
        known(relation.b, claims, who)
        for statement, span in zip(relation.statements, relation.spans, strict=True):
            known(statement, statements, who)
            inside(span, statements[statement], who)
    for copy in dossier.copies:
        for a, b in copy.passages:
            inside(a, copy.a, "a copy")
            inside(b, copy.b, "a copy")
    for date in dossier.dates:
        inside(date.span, date.article, "a date")
