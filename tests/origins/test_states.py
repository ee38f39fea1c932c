"""Ties of a movement and its medium."""

from __future__ import annotations

from tawatur.languages.media import voice_of
from tests.origins.test_partial import reasons


def test_a_movement_and_its_medium_may_be_one() -> None:
    told = reasons(("ميليشيات الحوثي", "organisation"), ('قناة "المسيرة" التلفزيونية', "organisation"))
    assert "origins.tie_party_media" in told


def test_another_channel_is_no_voice_of_it() -> None:
    told = reasons(("ميليشيات الحوثي", "organisation"), ("قناة الواحة التلفزيونية", "organisation"))
    assert "origins.tie_party_media" not in told


def test_only_what_is_called_a_medium_speaks_for_a_movement() -> None:
    assert voice_of("قناة المنار") == {"حزب الله"}
    assert not voice_of("مسيرة حاشدة")
