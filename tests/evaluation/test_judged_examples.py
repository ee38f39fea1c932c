"""What the verdict on a judged speaker tells of the speaker that is read now."""

from __future__ import annotations

import pytest
from scripts.judged_examples import AS_READ, is_right

from tawatur.model import Article
from tawatur.statements import read_account

TEXT = "وقال سامي الدربي إن الجسر سيفتح غدا أمام السيارات. وأضافت سلمى الساحلي أن السوق أغلق مساء."


@pytest.mark.parametrize(
    ("judged", "right"),
    [
        ({"source": "سامي الدربي", "speaker": "right"}, True),
        ({"source": "سامي الدربي", "speaker": "wrong"}, False),
        ({"named": "سامي الدربي", "speaker": "wrong"}, False),
        ({"named": "سلمى الساحلي", "speaker": "right"}, False),  # another one is read now
        ({"named": "سلمى الساحلي", "speaker": "wrong"}, None),
        ({"unspecified": True, "speaker": "right"}, False),
        ({"unspecified": True, "speaker": "wrong"}, None),
        ({"source": "سامي الدربي", "speaker": "none"}, None),
        ({"speaker": "right"}, None),
    ],
)
def test_a_verdict_holds_for_the_same_speaker_only(judged: dict[str, object], right: bool | None) -> None:
    account = read_account(Article("a1", "sanabel", TEXT, None), AS_READ)
    names = {speaker.key: set(speaker.names) for speaker in account.speakers}
    for field in ("source", "named"):
        if isinstance(name := judged.get(field), str):
            judged = {**judged, field: [TEXT.index(name), TEXT.index(name) + len(name)]}
    assert is_right(TEXT, account.statements[0], names, judged) is right
