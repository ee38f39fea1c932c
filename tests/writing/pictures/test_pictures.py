from __future__ import annotations

import re
import struct
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tawatur.dossier import report
from tawatur.model import Dossier
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.pictures import KINDS, Kind, picture, picture_of
from tawatur.writing.pictures.canvas import Canvas
from tests.dossier.test_figures import mine
from tests.invented_dossier import ferry, sample

SVG = "{http://www.w3.org/2000/svg}"
ALL = pytest.mark.parametrize("kind", list(KINDS))
BOTH = pytest.mark.parametrize("ui", ["en", "ar"])


def texts(svg: str) -> list[str]:
    found = ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    return [re.sub("[\u2066-\u2069]", "", text) for text in found]


@ALL
@BOTH
@pytest.mark.parametrize("dossier", [ferry(), sample(), mine()], ids=["ferry", "sample", "mine"])
def test_every_picture_is_sound_and_the_same_twice(kind: Kind, ui: UI, dossier: Dossier) -> None:
    svg = picture(dossier, kind, ui)
    assert svg == picture(dossier, kind, ui)
    root = ElementTree.fromstring(svg)
    x, y, width, height = (float(n) for n in root.attrib["viewBox"].split())
    for node in root.iter(f"{SVG}circle"):
        assert x <= float(node.attrib["cx"]) <= x + width
        assert y <= float(node.attrib["cy"]) <= y + height
    for node in root.iter(f"{SVG}text"):
        assert x <= float(node.attrib["x"]) <= x + width
        assert y <= float(node.attrib["y"]) <= y + height


@ALL
def test_an_arabic_picture_is_the_mirror_of_the_english_one(kind: Kind) -> None:
    def places(ui: UI) -> list[float]:
        root = ElementTree.fromstring(picture(sample(), kind, ui))
        return sorted(round(float(n.attrib["cx"]), 1) for n in root.iter(f"{SVG}circle"))

    width = float(ElementTree.fromstring(picture(sample(), kind, "en")).attrib["viewBox"].split()[2])
    assert places("ar") == pytest.approx(sorted(width - x for x in places("en")), abs=0.11)


def test_the_matrix_has_each_outlet_and_the_first_claims_words() -> None:
    dossier = sample()
    views = report(dossier)
    found = " ".join(texts(picture(dossier, "matrix")))
    for outlet in views.outlets:
        for word in outlet.name.split():
            assert word in found
    first = views.compared[0].claim
    assert views.index.words(first.shown.article, first.shown.content).split()[0] in found


@pytest.mark.parametrize("kind", ["matrix", "coverage", "reliance"])
def test_a_name_that_begins_with_latin_letters_runs_as_arabic_does(kind: Kind) -> None:
    views = report(sample())
    names = {f"outlet:{outlet.key}": "KTV عربي" for outlet in views.outlets}
    inside = picture_of(views, kind, Messages("ar", {**reader_names(sample(), "ar"), **names}))
    drawn = re.findall("([\u2066\u2067])KTV", inside)
    assert "\u2067" in drawn  # begins an isolate from right to left
    assert "\u2066" not in drawn


def test_reliance_draws_a_line_for_each_outlet_and_source() -> None:
    dossier = mine()
    root = ElementTree.fromstring(picture(dossier, "reliance"))
    assert len(list(root.iter(f"{SVG}path"))) == 3
    assert len(list(root.iter(f"{SVG}circle"))) == 6


def test_the_timeline_has_every_figure_at_its_height() -> None:
    root = ElementTree.fromstring(picture(mine(), "timeline"))
    heights = [float(node.attrib["cy"]) for node in root.iter(f"{SVG}circle")]
    assert len(heights) == 3
    assert heights[0] > heights[1] == heights[2]  # 9 stands lower than 11
    assert {"9", "11"} <= set(texts(picture(mine(), "timeline")))


def test_a_story_without_figures_says_so() -> None:
    one = replace(mine(), statements=tuple(replace(s, quantities=()) for s in mine().statements))
    assert "No figure is given by two articles" in texts(picture(one, "timeline"))


def test_coverage_counts_what_each_outlet_carries() -> None:
    views = report(sample())
    found = texts(picture(sample(), "coverage"))
    for outlet in views.outlets:
        carried = sum(outlet.key in view.outlets for view in views.claims)
        assert str(carried) in found


@ALL
def test_in_a_page_it_brings_no_colours_of_its_own(kind: Kind) -> None:
    dossier = sample()
    inside = picture_of(report(dossier), kind, Messages("ar", reader_names(dossier, "ar")))
    assert "<style" not in inside
    assert "fill:" not in inside
    assert 'role="img" aria-label=' in inside


def test_words_of_an_input_cannot_break_out() -> None:
    dossier = sample()
    evil = replace(dossier, story='"><script>alert(1)</script>')
    for kind in KINDS:
        root = ElementTree.fromstring(picture(evil, kind))  # type: ignore[arg-type]
        assert not list(root.iter(f"{SVG}script"))


@ALL
def test_png_is_drawn_with_the_fonts_of_the_program(kind: Kind) -> None:
    pytest.importorskip("resvg_py", reason="resvg is not installed: pip install 'tawatur[plot]'")
    from tawatur.writing.pictures import to_png

    svg = picture(sample(), kind, "ar")
    image = to_png(svg, 1.0)
    assert image.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", image[16:24])
    box = ElementTree.fromstring(svg).attrib["viewBox"].split()
    assert (width, height) == (pytest.approx(float(box[2]), abs=1), pytest.approx(float(box[3]), abs=1))
    assert image == to_png(svg, 1.0)


def test_arabic_letters_are_joined() -> None:
    """Joined letters are drawn otherwise than the same letters kept apart by a zero-width non-joiner."""
    pytest.importorskip("resvg_py", reason="resvg is not installed: pip install 'tawatur[plot]'")
    from tawatur.writing.pictures import to_png

    def drawn(words: str) -> bytes:
        box = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40"'
        return to_png(f'<svg {box}><text x="10" y="30" font-size="24">{words}</text></svg>', 1.0)

    joined = drawn("سفينة")
    assert joined != drawn("\u200c".join("سفينة"))
    assert joined != drawn("")


def test_an_id_that_begins_with_digits_keeps_its_order_in_an_arabic_line() -> None:
    canvas = Canvas(400, mirrored=True)
    canvas.text(0, 0, "وسيلة غير معروفة (002_ab3)")
    canvas.text(0, 0, "قتل 3 أشخاص")
    assert "(\u2066002_ab3\u2069)" in canvas.parts[0]
    assert "\u2066" not in canvas.parts[1]
