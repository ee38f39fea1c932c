from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from evaluation.main_text import grams, likeness, main, ours
from evaluation.main_text_peers import PEERS, Peer

BODY = (
    "أعلنت بلدية الريحان تأجيل افتتاح جسر النهر إلى الشهر المقبل، وقالت إن الإنارة لم تصل بعد من الميناء القريب. " * 2
)
PAGE = f"<html><title>جسر النهر في الريحان</title><body><h1>جسر النهر في الريحان</h1><p>{BODY}</p></body></html>"


def test_grams_are_counted_and_short_texts_are_one_gram() -> None:
    assert sum(grams("a b c d e").values()) == 2
    assert grams("a b") == {("a", "b"): 1}
    assert not grams("")


def test_likeness_of_equal_half_and_other_texts() -> None:
    assert likeness("a b c d e", "a b c d e") == (1.0, 1.0, 1.0)
    assert likeness("", "") == (1.0, 1.0, 1.0)
    assert likeness("a b c d", "w x y z") == (0.0, 0.0, 0.0)
    precision, recall, _ = likeness("a b c d", "a b c d e")
    assert (precision, recall) == (1.0, 0.5)


def test_ours_is_the_text_without_headline_and_chrome() -> None:
    assert ours(PAGE).split() == BODY.split()
    assert ours("<html><body></body></html>") == ""


def test_the_table_and_what_is_not_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl.gz")]) == 0
    assert "skipped: no pages" in capsys.readouterr().out
    pages = tmp_path / "pages.jsonl.gz"
    pages.write_bytes(gzip.compress(json.dumps({"page": "p1", "html": PAGE, "passages": [BODY]}).encode()))
    assert main([str(pages), "--worst", "1"]) == 0
    out = capsys.readouterr().out
    assert "F1 1.000" in out
    assert "1.000 p1" in out


def test_peers_that_are_not_installed_are_skipped_with_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = tmp_path / "pages.jsonl.gz"
    pages.write_bytes(gzip.compress(json.dumps({"page": "p1", "html": PAGE, "passages": [BODY]}).encode()))
    monkeypatch.setitem(PEERS, "readability", Peer("no_such_module", "readability-lxml", str))
    monkeypatch.setitem(PEERS, "resiliparse", Peer("json", "resiliparse", str))
    assert main([str(pages), "--beside", "readability,resiliparse", "--rounds", "2"]) == 0
    out = capsys.readouterr().out
    assert "skipped: readability is not installed (pip install readability-lxml)" in out
    assert "times as fast as resiliparse" in out
    with pytest.raises(SystemExit):
        main([str(pages), "--beside", "nobody"])
