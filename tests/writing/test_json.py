from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tawatur.errors import DossierError
from tawatur.writing import from_json, to_json
from tests.invented_dossier import ferry, of_text, sample

SCHEMA = json.loads((files("tawatur.writing") / "dossier.schema.json").read_text(encoding="utf-8"))


def test_schema_describes_what_is_written() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(to_json(ferry())), SCHEMA, cls=jsonschema.Draft202012Validator)


def test_what_follows_from_a_dossier_stands_in_it_and_is_made_anew() -> None:
    data = json.loads(to_json(sample()))
    jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft202012Validator)
    toll = next(series for series in data["figures"] if series["counted"] == "killed")
    assert toll["best"] == {"low": 17, "high": 17, "origins": 1}
    assert [figure["superseded"] for figure in toll["figures"]] == [True, True, False]
    assert data["left_out"]
    assert {claim["credibility"]["reliability"] for claim in data["claims"]} == {None}
    for field in ("figures", "left_out"):
        data[field] = "anything"
    assert to_json(from_json(json.dumps(data))) == to_json(sample())


def test_schema_refuses_what_is_not_a_dossier() -> None:
    data = json.loads(to_json(ferry()))
    data["statements"][0]["kind"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft202012Validator)


def test_there_and_back_is_the_same_dossier_and_the_same_text() -> None:
    text = to_json(ferry())
    assert from_json(text) == ferry()
    assert to_json(from_json(text)) == text
    assert text.endswith("}\n")
    assert "العبّارة" in text


def test_spans_index_the_text_in_code_points() -> None:
    data = json.loads(to_json(ferry()))
    first = data["statements"][0]
    text = next(a["text"] for a in data["articles"] if a["id"] == first["article"])
    assert text[slice(*first["source"])] == "مصدر في الميناء"


def test_reasons_carry_their_english_text() -> None:
    tie = json.loads(to_json(ferry()))["claims"][0]["ties"][0]
    assert tie["reasons"][0]["text"] == "Nobody else is named: the outlet says it in its own voice"


@given(st.text(st.characters(codec=None), min_size=1).filter(str.strip))
@example("word:")
@example("outlet:x")
def test_any_text_survives(text: str) -> None:
    written = to_json(of_text(text))
    written.encode("utf-8")
    assert from_json(written) == of_text(text)


def broken(change: Any) -> str:
    data = json.loads(to_json(ferry()))
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.pop("statements"), "no list 'statements'"),
        (lambda d: d["statements"][0].update(content=[5, 2]), r"statements\[0\].content should be a span"),
        (lambda d: d["statements"][0].update(content=[0, 9999]), "n.01 points past the text of 'n'"),
        (lambda d: d["statements"][0].update(kind="rumour"), r"statements\[0\].kind should be one of fact"),
        (lambda d: d["statements"][0].update(chain=["outlet:none"]), "the chain of n.01 names 'outlet:none'"),
        (lambda d: d["claims"][0].update(members=[]), r"claims\[0\].members should be a list of at least one"),
        (lambda d: d["claims"][0].update(members=["z.01"]), "claim c01 names 'z.01'"),
        (lambda d: d["relations"][0].update(b="c99"), "names 'c99'"),
        (lambda d: d.update(sources=[]), "dossier.sources should be an object"),
        (lambda d: d["articles"][0].update(text=None), r"articles\[0\].text should be a text"),
        (lambda d: d["copies"][0].update(passages=[[[0, 9999], [0, 1]]]), "a copy points past"),
    ],
)
def test_a_broken_file_is_told_what_is_wrong_and_where(change: Any, message: str) -> None:
    with pytest.raises(DossierError, match=message) as error:
        from_json(broken(change))
    assert error.value.remedy


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "3"])
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(DossierError, match="not a dossier"):
        from_json(text)
