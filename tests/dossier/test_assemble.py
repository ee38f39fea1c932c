from __future__ import annotations

import hashlib

from tawatur.languages.lexicons import entries
from tests.invented_dossier import MANARA, ferry


def test_manifest_lets_another_make_the_same_dossier() -> None:
    manifest = ferry().manifest
    assert dict(manifest.inputs)["m"] == hashlib.sha256(MANARA.encode()).hexdigest()
    assert dict(manifest.settings)["strong_tie"] == "0.8"
    assert "interface/words.json" in dict(manifest.data)
    assert entries("interface", "words")


def test_sources_go_by_id_and_statements_in_the_order_of_the_articles() -> None:
    dossier = ferry()
    assert [s.id for s in dossier.sources] == sorted(s.id for s in dossier.sources)
    assert [s.id for s in dossier.statements][:2] == ["n.01", "n.02"]


def test_two_runs_are_the_same() -> None:
    assert ferry() == ferry()
