from __future__ import annotations

import json

import pytest

from tawatur.dossier.developments import developments
from tawatur.writing.development_lines import development_json, development_text
from tawatur.writing.messages import UI
from tests.invented_dossier import sample


@pytest.mark.parametrize(("ui", "kind"), [("en", "Conflict"), ("ar", "تعارض")])
def test_text_has_the_exact_words_and_the_reason_in_either_language(ui: UI, kind: str) -> None:
    dossier = sample()
    conflict = next(one for one in developments(None, dossier) if one.kind == "conflict")
    lines = development_text(development_json(conflict, "عنوان\nمن سطرين", dossier), ui).splitlines()
    assert lines[0].startswith(kind)
    assert "عنوان من سطرين" in lines[0]
    assert len(lines) == 4
    assert " ".join(conflict.words.split()) in lines[1]


def test_json_holds_both_sides_and_comes_back() -> None:
    dossier = sample()
    for one in developments(None, dossier):
        told = development_json(one, "عنوان", dossier)
        assert json.loads(json.dumps(told, ensure_ascii=False)) == told
        assert len(told["sides"]) == (2 if one.kind == "conflict" else 1)
        assert told["text"]["en"] != told["text"]["ar"]
