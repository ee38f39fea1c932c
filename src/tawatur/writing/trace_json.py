"""A trace as JSON: the passages with their stance, and the dossier of the articles they stand in."""

from __future__ import annotations

from tawatur.tracing.records import Hit, Trace
from tawatur.writing.json_dossier import Writer, canonical
from tawatur.writing.messages import Messages
from tawatur.writing.names import reader_names

FORMAT = "tawatur trace 1"


def trace_to_json(trace: Trace) -> str:
    """Canonical JSON of a trace, ending in a newline. The same trace always gives the same bytes.

    `standings` has every article that was read. `articles`, `sources`, `statements`, `claims` and what else stands in a
    dossier are those of the articles with passages; the claims are "support" and "deny", where somebody takes the side.
    """
    write = Writer(Messages("en", reader_names(trace.dossier, "en")))
    dossier = write.dossier(trace.dossier)
    told = {
        "format": FORMAT,
        "sentence": trace.sentence,
        "standings": dict(trace.standings),
        "hits": [_hit(hit, write) for hit in trace.hits],
    }
    left_out = ("format", "story", "relations", "findings")
    return canonical(told | {key: value for key, value in dossier.items() if key not in left_out})


def _hit(hit: Hit, write: Writer) -> dict[str, object]:
    return {
        "article": hit.article,
        "statement": hit.statement,
        "stance": hit.stance,
        "unsure": hit.unsure,
        "covered": round(hit.covered, 4),
        "score": hit.score,
        "matched": [list(span) for span in hit.matched],
        "against": [list(span) for span in hit.against],
        "reasons": write.reasons(hit.reasons),
    }
