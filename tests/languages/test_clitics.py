"""Words spelled out with their clitics."""

from __future__ import annotations

from tawatur.languages.ar.clitics import spelled


def test_the_first_clitics_that_fit_count() -> None:
    found = spelled({"احد": 1, "واحد": 2}, ("", "و", "ال"))
    assert found["احد"] == ("", 1)
    assert found["واحد"] == ("", 2)
    assert found["الاحد"] == ("ال", 1)
    assert "بواحد" not in found
