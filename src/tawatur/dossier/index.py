"""Looking things up in a dossier: by id, by article, by claim; and the name under which a reader knows them."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import Article, Claim, Dossier, Source, Span, Statement


@dataclass(frozen=True, slots=True)
class Index:
    """One dossier with its records by id; `claim_of` leads from a statement id to the claim that holds it."""

    dossier: Dossier
    articles: dict[str, Article]
    sources: dict[str, Source]
    statements: dict[str, Statement]
    claims: dict[str, Claim]
    claim_of: dict[str, Claim]

    def words(self, article: str, span: Span) -> str:
        """The exact words at a place."""
        return self.articles[article].text[span[0] : span[1]]

    def outlet_of(self, statement: Statement) -> str:
        """The key of the outlet that published a statement."""
        return self.articles[statement.article].outlet

    def outlet_name(self, key: str) -> str:
        """The name of an outlet: as resolved for the story, as the input gave it, else its key."""
        source = self.sources.get(f"outlet:{key}")
        if source:
            return source.name
        return next((a.outlet_name for a in self.articles.values() if a.outlet == key and a.outlet_name), key)

    def in_title(self, statement: Statement) -> bool:
        """Whether a statement stands in the headline of its article."""
        title = self.articles[statement.article].title
        return title is not None and statement.content[0] < title[1] and title[0] < statement.content[1]


def index(dossier: Dossier) -> Index:
    """The index of a dossier."""
    return Index(
        dossier,
        {a.id: a for a in dossier.articles},
        {s.id: s for s in dossier.sources},
        {s.id: s for s in dossier.statements},
        {c.id: c for c in dossier.claims},
        {member: claim for claim in dossier.claims for member in claim.members},
    )


def relation_id(a: str, b: str) -> str:
    """The id under which the relation of two claims is known: `c02~c05`."""
    return f"{a}~{b}"


def report_time(article: Article) -> str:
    """A key by which articles sort by time: those of a day without an hour at its end, undated ones last of all."""
    return time_key(article.published)


def time_key(time: str | None) -> str:
    """A key by which times in ISO 8601 sort: a day without an hour comes at its end, no time last of all."""
    if not time:
        return "~"
    return time if len(time) > 10 else f"{time}~"
