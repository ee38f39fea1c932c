from __future__ import annotations

from benchmarks.report import TIMES, WEIGHT_BAR, Page, shown, without_fonts


def test_fonts_inside_a_page_are_taken_off_its_weight() -> None:
    face = b"@font-face { src: url(data:font/woff2;base64,AAAA) format('woff2'); }"
    assert without_fonts(b"<style>" + face + b"</style>") == len(b"<style>" + face + b"</style>") - len(
        b"url(data:font/woff2;base64,AAAA)"
    )
    assert without_fonts(b'<link rel="icon" href="data:,">') == len(b'<link rel="icon" href="data:,">')


def test_a_page_that_is_late_or_heavy_misses_its_bar() -> None:
    soon = dict.fromkeys(TIMES, (100.0, 200.0, 5000.0))
    assert Page("ar", WEIGHT_BAR + 9, WEIGHT_BAR, 9, soon).met
    assert not Page("ar", WEIGHT_BAR + 9, WEIGHT_BAR + 1, 9, soon).met
    late = Page("ar", 9, 9, 9, dict.fromkeys(TIMES, (1001.0,)))
    assert not late.met
    assert "A BAR IS MISSED" in "\n".join(shown([late]))
