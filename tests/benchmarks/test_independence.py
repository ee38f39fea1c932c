from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from benchmarks.independence import scored
from benchmarks.independence_peers import PEERS, Places, answers, asked, latin, plain_counts
from benchmarks.independence_questions import Question, Report, domain_of, questions

from tawatur.model import Article

TEXT = "قال الوزير سالم مراد إن السد امتلأ أمس."
STORY = {
    "a": ("najm", "امتلأ السد", f"{TEXT}\nوالسد قديم."),
    "b": ("hibr", "الوزير: السد امتلأ", TEXT),
}


def _report(outlet: str, *chains: tuple[str, ...], article: str = "") -> Report:
    url = f"https://{outlet}.example/1"
    return Report(
        article or outlet, outlet, f"{outlet}.example", url, "2031-02-03T04:05:06Z", "عنوان", ("قول",), chains
    )


def _question(*reports: Report) -> Question:
    return Question("stories", "s/c", (1, 1), reports)


def test_a_row_holds_what_was_right_too_much_and_left_open() -> None:
    truth = [(0, 0), (1, 1), (1, 2), (2, 2)]
    row = scored("x", "stories", truth, [1, 1, 2, None])
    assert (row.exact, row.within, row.over, row.unanswered) == (0.25, 0.5, 0.25, 0.25)
    assert row.balanced == pytest.approx((0 + 1 / 2 + 0) / 3)
    assert row.corroborated == 0.0
    perfect = scored("x", "stories", truth, [0, 1, 1, 2])
    assert (perfect.exact, perfect.balanced, perfect.corroborated) == (1.0, 1.0, 1.0)


def test_two_where_one_is_certain_is_no_corroboration() -> None:
    assert scored("x", "stories", [(2, 3), (1, 1)], [2, 2]).corroborated == pytest.approx(2 / 3)


def test_letters_stay_apart_in_the_chat_alphabet() -> None:
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    assert len(set(latin(letters))) == len(letters)
    assert latin("السَّدّ ٢٠") == "alsd 20"
    assert latin(letters).isascii()


def test_plain_counts_of_a_relay_and_a_named_speaker() -> None:
    counts = plain_counts()
    two = _question(
        _report("najm", ("najm", "الوزير سالم مراد"), article="1"),
        _report("najm", ("najm",), article="2"),
        _report("hibr", ("hibr", "agency:x", "الوزير سالم مراد")),
    )
    assert {name: count(two) for name, count in counts.items()} == {
        "one, always": 1,
        "articles": 3,
        "outlets": 2,
        "publishers": 2,
        "speakers, by name": 1,
    }


def test_a_peer_is_given_headlines_or_passages_spelled_or_not() -> None:
    found = {peer.name: asked(peer, [_question(_report("najm", ("najm",)))])[0] for peer in PEERS}
    assert found["corroborate-mcp, headlines"]["reports"][0]["title"] == "عنوان"
    assert found["corroborate-mcp, passages in Latin letters"]["reports"][0]["title"] == latin("قول")
    assert found["coverage-check, passages"]["claim"] == "قول"
    assert found["@sourcedhq/core, told that it is one event"]["together"]


def test_outlets_are_given_their_own_hosts() -> None:
    assert domain_of(Article("1", "bbc", "x")) == "bbc.com"
    assert domain_of(Article("1", "bbc", "x", url="http://www.bbc.co.uk/arabic/1")) == "bbc.co.uk"
    assert domain_of(Article("1", "najm", "x")) == "najm.example"


def _story(folder: Path) -> None:
    """An annotated story of two outlets that both relay the minister; the outlet's own line stands in one of them."""

    def statement(id: str, article: str, words: str, source: str | None) -> dict[str, Any]:
        full = "\n".join(STORY[article][1:])
        at, said = full.rindex(words), full.index(source) if source else 0
        chain = [f"outlet:{STORY[article][0]}", *(["src:minister"] if source else [])]
        span = [said, said + len(source)] if source else None
        rest = {"cue": None, "via": None, "explicitness": "explicit", "mode": "indirect", "kind": "fact"}
        content = [at, at + len(words)]
        return {"id": id, "article": article, "content": content, "source": span, "chain": chain, **rest} | {
            "polarity": "+",
            "certainty": "certain",
        }

    statements = [
        statement("a.1", "a", "السد امتلأ أمس", "الوزير سالم مراد"),
        statement("b.1", "b", "السد امتلأ أمس", "الوزير سالم مراد"),
        statement("a.2", "a", "السد قديم", None),
    ]
    rows = [
        {"id": "c1", "members": ["a.1", "b.1"], "roots": ["src:minister"], "independent": [1, 1]},
        {"id": "c2", "members": ["a.2"], "roots": [], "independent": [0, 0]},
    ]
    gold = {
        "articles": [{"id": id, "outlet": outlet} for id, (outlet, _, _) in STORY.items()],
        "sources": {"src:minister": {"kind": "person", "name": "minister"}},
        "statements": statements,
        "claims": rows,
        "relations": [],
        "dates": [],
    }
    times = {"a": "2031-02-03T09:00:00Z", "b": "2031-02-03T08:00:00Z"}
    articles = [
        {"id": id, "outlet": outlet, "title": title, "text": text, "published": times[id]}
        for id, (outlet, title, text) in STORY.items()
    ]
    folder.mkdir(parents=True)
    (folder / "T1.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / "T1.in.json").write_text(json.dumps({"articles": articles}), encoding="utf-8")


def test_claims_of_several_outlets_are_asked_in_order_of_publication(tmp_path: Path) -> None:
    _story(tmp_path / "gold" / "stories")
    (one,) = questions(tmp_path)
    assert (one.id, one.independent, one.words) == ("T1/c1", (1, 1), "السد امتلأ أمس")
    assert [report.outlet for report in one.reports] == ["hibr", "najm"]
    assert one.reports[0].chains == (("hibr", "الوزير سالم مراد"),)
    assert one.reports[0].headline == STORY["b"][1]


def test_without_the_data_nothing_is_asked(tmp_path: Path) -> None:
    assert questions(tmp_path) == []


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
def test_the_driver_hands_reports_to_npm_peers_and_back(tmp_path: Path) -> None:
    engine = tmp_path / "node_modules" / "corroborate-mcp" / "src" / "engine.js"
    core = tmp_path / "node_modules" / "@sourcedhq" / "core" / "dist" / "index.js"
    for path, text in {
        engine: "export const assess = (_, all) => ({n_independent_sources: new Set(all.map(a => a.domain)).size});",
        core: "export const createMemoryStore = () => ({}), SEED_INDEPENDENCE_MAP = {};"
        "export const assess = async (all, o) => all.map(c => o.clusters ? {corroboration: o.clusters.get(c.id).length}"
        " : null);",
    }.items():
        path.parent.mkdir(parents=True)
        (path.parent / "package.json").write_text('{"type": "module"}', encoding="utf-8")
        path.write_text(text, encoding="utf-8")
    every = [_question(_report("najm", ("najm",)), _report("hibr", ("hibr",))), _question(_report("najm", ("najm",)))]
    found = {peer.name: answers(peer, every, Places(node=tmp_path)) for peer in PEERS if peer.needs == "node"}
    assert found["corroborate-mcp, headlines"] == [2, 1]
    assert found["@sourcedhq/core, headlines"] == [None, None]
    assert found["@sourcedhq/core, told that it is one event"] == [2, 1]
    absent = next(peer for peer in PEERS if peer.needs == "python")
    assert answers(absent, every, Places(node=tmp_path)) is None
