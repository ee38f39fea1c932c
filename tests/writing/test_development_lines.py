from __future__ import annotations

import json

from tawatur.dossier.developments import developments
from tawatur.writing.development_lines import development_line, development_text
from tawatur.writing.messages import Messages
from tawatur.writing.names import reader_names
from tests.invented_dossier import sample


def test_text_has_the_exact_words_and_the_reason_in_either_language() -> None:
    dossier = sample()
    for ui, kind in (("en", "Conflict"), ("ar", "تعارض")):
        messages = Messages("ar" if ui == "ar" else "en", reader_names(dossier, "ar" if ui == "ar" else "en"))
        conflict = next(one for one in developments(None, dossier) if one.kind == "conflict")
        lines = development_text(conflict, "عنوان\nمن سطرين", messages).splitlines()
        assert lines[0].startswith(kind)
        assert "عنوان من سطرين" in lines[0]
        assert len(lines) == 4
        assert " ".join(conflict.words.split()) in lines[1]


def test_a_line_of_json_holds_both_sides() -> None:
    dossier = sample()
    messages = Messages("en", reader_names(dossier, "en"))
    for one in developments(None, dossier):
        line = development_line(one, "عنوان", messages)
        assert line.endswith("\n")
        row = json.loads(line)
        assert row["kind"] == one.kind
        assert len(row["sides"]) == (2 if one.kind == "conflict" else 1)
        assert row["reason"]["text"]
