from __future__ import annotations

from evaluation.annotated import text_of
from evaluation.sheets import blocks, read_lines, record, sheet

ENTRY = {
    "id": "7",
    "outlet": "almadar",
    "title": "انهيار جسر",
    "text": 'وأكد المتحدث سامي الشامي أن الجسر انهار، وأن "الطريق مغلق".\nوطالب بإصلاحه.',
    "published": None,
}
WRITTEN = """# one.01
S spokesman person 3-5 party
0-1 | - | - | - | - | fact | -
7-8 | 3-5 | 2 | - | spokesman | fact | -
// a note
11-14 | 3-5 | 2 | - | spokesman | fact | neg
17'-17 | - | 16 | - | spokesman | position | -
"""


def _contents(lines: list[str]) -> list[str]:
    text = text_of(ENTRY)
    return [text[slice(*s["content"])] for s in read_lines(ENTRY, lines).statements]


def test_a_sheet_numbers_words_and_counts_marks() -> None:
    shown = sheet("one.01", ENTRY).splitlines()
    assert shown[0].startswith("# one.01   outlet: almadar")
    assert shown[1] == "0:انهيار 1:جسر"
    assert '8:انهار ، 10:وأن " 12:الطريق 13:مغلق " .' in shown[2]


def test_lines_become_statements() -> None:
    lines = blocks(WRITTEN)["one.01"]
    assert _contents(lines) == ["انهيار جسر", "الجسر انهار", '"الطريق مغلق"', "إصلاحه"]
    read = read_lines(ENTRY, lines)
    assert [s["explicitness"] for s in read.statements] == ["none", "explicit", "explicit", "carried_over"]
    assert [s["mode"] for s in read.statements] == ["none", "indirect", "direct", "indirect"]
    assert read.statements[2]["polarity"] == "-"
    assert not read.problems


def test_a_conjunction_before_a_cue_is_left_out() -> None:
    text = text_of(ENTRY)
    cues = [text[slice(*s["cue"])] for s in read_lines(ENTRY, blocks(WRITTEN)["one.01"]).statements if "cue" in s]
    assert cues == ["أكد", "أكد", "طالب"]


def test_slips_are_told_and_lose_nothing_else() -> None:
    lines = ["0-1 | - | - | - | - | fact | -", "0-99 | - | - | - | - | fact | -", "2-3 | - | - | - | nobody | fact | -",
             "4-5 | - | - | - | - | rumour | -", "0-1 | - | - | - | - | fact | -", "6-7 | 3 | - | - | - | fact | -",
             "6-7 | - | - | - | - | fact | perhaps"]  # fmt: skip
    read = read_lines(ENTRY, lines)
    assert len(read.statements) == 1
    told = "\n".join(read.problems)
    for part in ("outside the text", "no line for the source nobody", "'rumour' is no kind", "same content",
                 "no chain", "'perhaps' is no flag"):  # fmt: skip
        assert part in told, part


def test_a_source_may_be_named_below_its_statement() -> None:
    read = read_lines(ENTRY, ["7-8 | 3-5 | 2 | - | spokesman | fact | -", "S spokesman person"])
    assert len(read.statements) == 1
    assert not read.problems


def test_a_record_names_the_outlet_and_holds_no_words() -> None:
    kept = record("ant_multisource", ENTRY, read_lines(ENTRY, blocks(WRITTEN)["one.01"]))
    assert kept["statements"][1]["chain"] == ["outlet:almadar", "src:spokesman"]
    assert kept["sources"] == {"src:spokesman": {"kind": "person", "party": True, "name": [16, 35]}}
    assert "الجسر" not in str(kept)
