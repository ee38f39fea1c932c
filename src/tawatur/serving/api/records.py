"""What goes in and out of the API; spans are `[start, end]` in code points of an article's text."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = Annotated[list[int], Field(min_length=2, max_length=2)]
Verdict = Literal["right", "wrong", "unsure"]
Id = Annotated[str, Field(min_length=1, max_length=600)]


class Record(BaseModel):
    """Nothing beside the fields that are described."""

    model_config = ConfigDict(extra="forbid")


class Fault(Record):
    """One thing that is wrong: `where` names the parameter or field."""

    where: str
    code: str
    detail: str


class Problem(Record):
    """Problem details after RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[Fault]


class Why(Record):
    """A reason: its code, the values it speaks of, and its text."""

    code: str
    values: list[str]
    text: str


class Story(Record):
    """A story as a list shows it; times are ISO 8601 in UTC."""

    id: str
    title: str
    first: str
    last: str
    articles: int
    outlets: list[str]
    claims: int
    corroborated: int
    conflicts: int
    change: int = Field(description="Grows with every change of the story")


class Stories(Record):
    """A page of stories."""

    stories: list[Story]
    next: str | None = Field(description="Asks for the page after, as `after`")


class Claim(Record):
    """A claim; `independent` are its independent origins, at least and at most."""

    id: str
    story: str
    words: str
    statement: str
    outlets: list[str]
    members: list[str]
    independent: Annotated[list[int], Field(min_length=2, max_length=2)]
    standing: Literal["corroborated", "open", "one_origin", "unsourced"]
    parties_only: bool


class Claims(Record):
    """A page of claims."""

    claims: list[Claim]
    next: str | None


class Tie(Record):
    """Two sources of a claim that may be one origin, with what probability and why."""

    a: str
    b: str
    probability: float
    why: list[Why]


class Statement(Record):
    """A statement with its exact words and everyone on whose word it stands, the outlet first."""

    id: str
    article: str
    words: str
    content: Span
    source: Span | None
    cue: Span | None
    via: Span | None
    chain: list[str]
    names: list[str]
    explicitness: str
    mode: str
    kind: str
    polarity: str
    certainty: str
    confidence: float
    unsure: bool


class Statements(Record):
    """A page of statements."""

    statements: list[Statement]
    next: str | None


class Relation(Record):
    """A conflict or an update of two claims; `differs` are the words that differ."""

    a: str
    b: str
    type: str
    slot: str
    statements: list[str]
    spans: list[Span]
    differs: list[str]
    why: Why


class Relations(Record):
    """All relations of a story."""

    relations: list[Relation]


class ClaimDetail(Claim):
    """A claim with its statements, its origins, and every reason for their number."""

    statements: list[Statement]
    roots: list[str]
    origins: list[list[str]]
    ties: list[Tie]
    why: list[Why]
    relations: list[Relation]


class Source(Record):
    """Somebody who is relied on: by which outlets, for how many claims, and how many rest on that word alone."""

    id: str
    name: str
    kind: str
    party: bool
    outlets: list[str]
    statements: int
    claims: int
    alone: int


class Sources(Record):
    """All sources of a story."""

    sources: list[Source]


class ArticleLine(Record):
    """An article as a list shows it; `snippet` is a stretch of its text with the words that were found."""

    id: str
    outlet: str
    outlet_name: str | None
    title: str
    url: str | None
    published: str | None
    language: str
    story: str | None
    snippet: str
    found: list[Span]


class Articles(Record):
    """A page of articles."""

    articles: list[ArticleLine]
    next: str | None


class Version(Record):
    """An earlier text of an article."""

    text: str
    url: str | None
    published: str | None
    fetched: str | None
    added: int
    removed: int


class Article(Record):
    """An article with its exact text; `read` says whether its statements were read."""

    id: str
    outlet: str
    outlet_name: str | None
    title: Span | None
    text: str
    url: str | None
    canonical: str | None
    published: str | None
    published_basis: str
    fetched: str | None
    language: str
    story: str | None
    read: bool
    versions: list[Version]


class News(Record):
    """Something new in a story, as `tawatur watch` found it."""

    number: int
    found: str
    kind: str
    story: str
    told: dict[str, Any]


class NewsPage(Record):
    """What came after a number."""

    news: list[News]
    next: int | None


class Loss(Record):
    """One kind of loss: how many, and the first case."""

    n: int
    where: str
    why: Why


class Run(Record):
    """What a run of the program read into the archive, and what it dropped."""

    number: int
    command: str
    version: str
    started: str
    ended: str | None
    inputs: list[str]
    read: int
    added: int
    versions: int
    dropped: list[Loss]


class Runs(Record):
    """The last runs, the newest first."""

    runs: list[Run]


class AskCorroboration(Record):
    """A claim to look for."""

    claim: Annotated[str, Field(min_length=1, max_length=1000, description="One sentence, as articles would say it")]
    since: Annotated[str | None, Field(max_length=40)] = None
    until: Annotated[str | None, Field(max_length=40)] = None
    passages: Annotated[int, Field(ge=1, le=20)] = 5


class Passage(Record):
    """A passage that takes a side or discusses."""

    article: str
    outlet: str
    url: str | None
    published: str | None
    statement: str
    span: Span
    words: str
    on_whose_word: str | None
    unsure: bool
    reason: str


class Side(Record):
    """Those who say it, or those who deny it."""

    independent_origins: Annotated[list[int], Field(min_length=2, max_length=2)]
    outlets: list[str]
    origins: list[list[str]]
    parties_only: bool
    why: list[str]
    passages: list[Passage]
    passages_left_out: int


class Corroboration(Record):
    """What the archive holds on a claim."""

    sentence: str
    answer: Literal["corroborated", "disputed", "denied", "one_origin", "cannot_tell"]
    why: str
    support: Side | None
    deny: Side | None
    discussing_articles: int
    discuss: list[Passage]
    articles_searched: int
    caveats: list[str]


class GivenArticle(Record):
    """A text to make a dossier of."""

    text: Annotated[str, Field(min_length=1, max_length=2_000_000)]
    title: Annotated[str | None, Field(max_length=2000)] = None
    outlet: Annotated[str | None, Field(max_length=200)] = None
    url: Annotated[str | None, Field(max_length=2000)] = None
    published: Annotated[str | None, Field(max_length=40)] = None


class AskDossier(Record):
    """Texts and public addresses to make one story's dossier of."""

    articles: Annotated[list[GivenArticle], Field(max_length=200)] = []
    urls: Annotated[list[Annotated[str, Field(max_length=2000)]], Field(max_length=200)] = []
    name: Annotated[str, Field(max_length=200)] = ""


class Job(Record):
    """Work in the background; `story` is what came of it."""

    id: str
    state: Literal["waiting", "working", "done", "failed", "cancelled"]
    stage: str
    done: int
    all: int
    story: str | None
    error: Why | None


class Place(Record):
    """A statement, or words that name a speaker: an article, a span of it, and the words there."""

    article: Id
    span: Span
    words: Annotated[str, Field(max_length=20_000)]


class SpeakerIs(Record):
    """Whether the speaker of a statement is right; if not, the words that name the right one, or `own` voice."""

    kind: Literal["speaker"]
    statement: Place
    verdict: Verdict
    source: Place | None = None
    own: bool = False


class OneClaim(Record):
    """Whether two statements say the same."""

    kind: Literal["claim"]
    a: Place
    b: Place
    verdict: Verdict


class OneOrigin(Record):
    """Whether two sources, by their names, are one origin, in the stories that hold these articles."""

    kind: Literal["origin"]
    a: Annotated[str, Field(min_length=1, max_length=500)]
    b: Annotated[str, Field(min_length=1, max_length=500)]
    articles: Annotated[list[Id], Field(min_length=1, max_length=500)]
    verdict: Verdict


Judgement = Annotated[SpeakerIs | OneClaim | OneOrigin, Field(discriminator="kind")]


class AskJudgement(Record):
    """A judgement to keep."""

    judgement: Judgement
    note: Annotated[str, Field(max_length=2000)] = ""


class Judged(Record):
    """A judgement that is kept; one that was withdrawn counts no longer."""

    number: int
    by: str
    at: str
    note: str
    withdrawn: str | None
    articles: list[str]
    judgement: Judgement


class JudgedPage(Record):
    """Judgements in the order they were made."""

    judgements: list[Judged]
    next: int | None
