"""`python independence_python.py PEER [FILE]`: what a peer in Python counts for questions on standard input, as JSON.

It runs by itself under the interpreter that has the peers, so that tawatur's own environment needs none of them. The
answer is a list of numbers, null where the peer gives none.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

Count = Callable[[dict[str, Any]], int | None]


def coverage_check(path: str) -> Count:
    """The judgement of bullshit-detector's `coverage.py` (a file): articles in, distinct stories out, by headline."""
    spec = spec_from_file_location("coverage_check", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)

    def count(question: dict[str, Any]) -> int:
        articles = [
            {
                "title": report["title"],
                "url": report["url"],
                "domain": report["domain"],
                "seendate": "".join(sign for sign in report["published"][:19] if sign.isalnum()) + "Z",
            }
            for report in question["reports"]
        ]
        return int(module.analyse(articles)["story_clusters"])

    return count


def rootmemory(_path: str) -> Count:
    """RootMemory: an observation for each speaker by name, or the outlet itself; a belief for each report."""
    from rootmemory import RootMemory, open_memory

    def count(question: dict[str, Any]) -> int:
        with open_memory("sqlite+pysqlite:///:memory:") as session:
            memory = RootMemory(session)
            claim = memory.get_or_create_claim("claim", question["claim"])
            for report in question["reports"]:
                agent = memory.register_agent(report["outlet"])
                seen = [
                    memory.create_observation("news", report["title"], report["url"], who, source_family_id=who)
                    for who in dict.fromkeys(chain[-1] for chain in report["chains"])
                ]
                belief = memory.create_belief(agent.id, report["title"], "claim", 0.5, seen)
                memory.support_claim(claim.id, belief.id)
            return int(memory.evaluate_claim(claim.id).independent_support_count)

    return count


def isnad(_path: str) -> Count:
    """ISNAD: the chains by name, each narrator of a known lineage of his own; the first chain, and those free of it."""
    from isnad.core.corroboration import CorroborationEngine
    from isnad.types import ChainGrade

    engine = CorroborationEngine()

    def count(question: dict[str, Any]) -> int:
        chains = list(dict.fromkeys(tuple(chain) for report in question["reports"] for chain in report["chains"]))
        lineage = {name: {"upstream_source": name} for chain in chains for name in chain}
        rest = [{"grade": "hasan", "narrators": list(chain)} for chain in chains[1:]]
        found = engine.evaluate_direct(ChainGrade.HASAN, list(chains[0]), rest, lineage)
        return 1 + int(found.independent_chains)

    return count


PEERS: dict[str, Callable[[str], Count]] = {
    "coverage-check": coverage_check,
    "rootmemory": rootmemory,
    "isnad": isnad,
}

if __name__ == "__main__":
    counted = PEERS[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "")
    print(json.dumps([counted(question) for question in json.load(sys.stdin)]))
