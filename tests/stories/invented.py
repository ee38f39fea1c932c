"""Accounts of invented articles, built from who says what."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import Account, Article, SourceKind, Speaker, Statement


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an article: who says it (names with kinds, outermost first; none for own voice), and what."""

    chain: tuple[tuple[str, SourceKind], ...]
    content: str


def said(*parts: tuple[str, SourceKind] | str) -> Said:
    """`said((name, kind), …, content)`: the chain without the outlet, and the content."""
    return Said(tuple(p for p in parts if not isinstance(p, str)), next(p for p in parts if isinstance(p, str)))


def account(id: str, *sentences: Said, outlet: str = "", title: str = "", lead: str = "") -> Account:
    """An article made of the sentences, one a line after `title` and `lead`, with its statements and speakers."""
    text = f"{title}\n{lead}" if title else lead
    outlet = outlet or f"outlet_{id}"
    statements, speakers = [], dict[str, Speaker]()
    for number, sentence in enumerate(sentences, 1):
        start = len(text)
        text += f"{sentence.content}.\n"
        content = (start, start + len(sentence.content))
        for name, kind in sentence.chain:
            speakers.setdefault(name, Speaker(name, kind, (name,)))
        chain = (f"outlet:{outlet}", *(name for name, _ in sentence.chain))
        explicit = "explicit" if sentence.chain else "none"
        statements.append(
            Statement(
                f"{id}.{number:02}", id, content, content, None, None, None, chain, explicit, "indirect", "fact", "+",
                "certain",
            )
        )  # fmt: skip
    article = Article(id, outlet, text, title=(0, len(title)) if title else None)
    return Account(article, tuple(statements), tuple(speakers.values()), ())
