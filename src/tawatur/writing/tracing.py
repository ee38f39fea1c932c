"""What every report of a trace says: its summary, and its passages in sections with who says them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tawatur.dossier.index import Index
from tawatur.model import Claim, Statement
from tawatur.settings import DEFAULT
from tawatur.tracing.records import Hit, Standing, Trace
from tawatur.writing.messages import Messages
from tawatur.writing.plain import one_line

SECTIONS = ("support", "deny", "unsure", "discuss")
_STANDINGS: tuple[Standing, ...] = ("support", "deny", "both", "discuss", "unrelated")


@dataclass(frozen=True, slots=True)
class Section:
    """The passages of one stance, the fullest first; `name` is one of SECTIONS, `claim` what stands behind them."""

    name: str
    hits: tuple[Hit, ...]
    claim: Claim | None


def sections(trace: Trace) -> list[Section]:
    """The sections that have passages."""
    found: dict[str, list[Hit]] = {name: [] for name in SECTIONS}
    for hit in trace.hits:
        found["unsure" if hit.unsure else hit.stance].append(hit)
    claims = {"support": trace.side("support"), "deny": trace.side("deny")}
    return [
        Section(name, tuple(sorted(hits, key=lambda hit: -hit.score)), claims.get(name))
        for name, hits in found.items()
        if hits
    ]


def summary(trace: Trace, messages: Messages) -> list[str]:
    """What became of the articles, sentence by sentence."""
    counts = Counter(standing for _, standing in trace.standings)
    told = [messages.count(f"trace_n_{name}", counts[name]) for name in _STANDINGS if counts[name]]
    first = messages.count("trace_read", len(trace.standings))
    return [first, *told] if trace.hits else [f"{first} {messages.text('trace_none')}"]


def voice(found: Index, statement: Statement, messages: Messages) -> str:
    """Who publishes a statement, on whose word, and through whom the word came."""
    outlet = f"outlet:{found.outlet_of(statement)}"
    if len(statement.chain) < 2:
        return messages.text("trace_own", outlet)
    *between, speaker = statement.chain[1:]
    key = "trace_said" if statement.confidence >= DEFAULT.unsure else "trace_said_unsure"
    said = messages.text(key, outlet, speaker)
    return said + "".join(messages.text("trace_through", one) for one in reversed(between))


def exact(found: Index, statement: Statement) -> str:
    """The exact words of a statement, on one line."""
    return one_line(found.words(statement.article, statement.content))
