"""The records that flow through tawatur, all frozen; every span is `(start, end)` in code points of `Article.text`.

The words are those of the annotation guide: source, cue and content (PARC 3, Pareti 2016; PolNeAR, Newell et al.
2018), chain, claim, root, origin. A record never holds text of its own where a span into an article will do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]

UNSPECIFIED = "src:unspecified"
"""The source of reports that name none (GUIDE.md, settled cases)."""

SourceKind = Literal["outlet", "agency", "person", "organisation", "anonymous", "document", "post"]
Explicitness = Literal["explicit", "carried_over", "none"]
Mode = Literal["direct", "mixed", "indirect", "none"]
Kind = Literal["fact", "position", "accusation", "prediction", "comment", "background"]
Polarity = Literal["+", "-"]
Certainty = Literal["certain", "probable", "possible"]
RelationType = Literal["contradiction", "divergent", "update"]
Slot = Literal["number", "participant", "time", "place", "polarity", "cause", "other"]
DateBasis = Literal["absolute", "publication", "text", "unresolved"]


class InterfaceWord(str):
    """A reason's value that is the key of an interface text: a type, since words of articles can spell any mark."""

    __slots__ = ()


class CalendarDate(str):
    """A reason's value that is a date in ISO 8601, to be written in the words of the interface."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a decision was made: a message code of `writing/messages` and the values it speaks of."""

    code: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chrome:
    """A stretch of stored text that belongs to the page, not to the article; never read as a statement."""

    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch in which a version differs from the one after it: spans in the two texts, one of them maybe empty."""

    before: Span
    after: Span


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text of an article, and where the next one (a version, in the end the article itself) differs.

    `added` and `removed` count the words of the changes; `reason` says why the two are held to be one article.
    """

    text: str
    reason: Reason
    changes: tuple[Change, ...] = ()
    added: int = 0
    removed: int = 0
    url: str | None = None
    published: str | None = None
    fetched: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One published text of one outlet, stored un-normalised.

    `outlet` is a key ("skynews", a host name, or "unknown:<id>"); `published` is ISO 8601 (a date, or a date-time in
    UTC when the input gives a zone); `published_basis` names where it was found ("input", "feed", "json-ld", "meta",
    "byline", "url", "none"); `origin` is the place it was read from, within what the user named. `canonical` is the
    address that all variants of the page share, where `url` is another; `fetched` is when it was taken from the web
    (UTC). `versions` are its
    earlier texts, oldest first; what is read for statements is `text`, the latest.
    """

    id: str
    outlet: str
    text: str
    title: Span | None = None
    chrome: tuple[Chrome, ...] = ()
    outlet_name: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str = "none"
    language: str = "ar"
    origin: str = ""
    canonical: str | None = None
    fetched: str | None = None
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """An input, or a part of one, that could not be read; the rest was."""

    where: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Intake:
    """What reading made of all the inputs, in input order; `findings` tell what was odd about the articles."""

    articles: tuple[Article, ...]
    rejects: tuple[Reject, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a statement: `low <= value <= high`, an end `None` when open ("at least 12" is 12 to None).

    `unit` is a key ("person", "percent", "usd", "km", "day", …) or the folded noun that is counted; `state` tells
    counts of people apart: "killed", "wounded", "missing", "detained", "displaced", or None.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str
    state: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A temporal expression; `value` is ISO 8601 or an interval "a/b", None when `basis` is "unresolved"."""

    article: str
    span: Span
    value: str | None
    basis: DateBasis
    reason: Reason


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as one article shows it: every mention of it there, the fullest name first.

    `key` is unique within the article. For the anonymous, `affiliation` and `role` hold the folded words that tell
    who they are ("سوري", "دبلوماسي"), and `number` is 1, 2 or 0 for several.
    """

    key: str
    kind: SourceKind
    names: tuple[str, ...]
    affiliation: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    number: int = 1

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition of one article, on somebody's word.

    `chain` runs from the publishing outlet outward to the innermost speaker: keys of the account's speakers before
    origins are resolved, ids of the story's sources after.
    """

    id: str
    article: str
    sentence: Span
    content: Span
    source: Span | None
    cue: Span | None
    via: Span | None
    chain: tuple[str, ...]
    explicitness: Explicitness
    mode: Mode
    kind: Kind
    polarity: Polarity
    certainty: Certainty
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One article as read: its statements in order of their content, its speakers, its dates."""

    article: Article
    statements: tuple[Statement, ...]
    speakers: tuple[Speaker, ...]
    dates: tuple[TimeExpression, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Wording that two articles share: aligned passages `(span in a, span in b)`, a being the likelier original.

    `share` is the part of the shorter article's words that stand in the passages.
    """

    a: str
    b: str
    passages: tuple[tuple[Span, Span], ...]
    share: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the whole story; `party` when it takes part in the event or dispute."""

    id: str
    kind: SourceKind
    name: str
    party: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two roots of one claim that may be one origin, with what probability and why."""

    a: str
    b: str
    probability: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Roots of a claim that cannot be told to be independent, and the members that rest on them."""

    roots: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same; `independent` bounds the number of independent origins behind them.

    `links` are the reasons that joined the members: `(statement, statement, score, reasons)`.
    """

    id: str
    members: tuple[str, ...]
    links: tuple[Link, ...] = ()
    roots: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    ties: tuple[Tie, ...] = ()
    independent: tuple[int, int] = (0, 0)
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements held to say the same, with a score in 0..1 and the reasons for it."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two claims that conflict or follow each other; the spans are the words that differ."""

    a: str
    b: str
    type: RelationType
    slot: Slot
    statements: tuple[str, str]
    spans: tuple[Span, Span]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the input that the reader should know; nothing was lost by it."""

    reason: Reason
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything found about one story, with the manifest that lets another reproduce it byte for byte."""

    story: str
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    dates: tuple[TimeExpression, ...]
    copies: tuple[Copy, ...]
    findings: tuple[Finding, ...]
    rejects: tuple[Reject, ...]
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Manifest:
    """What made a dossier: program version, settings that matter, data versions, hashes of the stored texts."""

    version: str
    settings: tuple[tuple[str, str], ...]
    data: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
