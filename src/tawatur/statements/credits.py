"""Whom a phrase beside a report credits with it: somebody else, or the one who reports by another name."""

from __future__ import annotations

from tawatur.languages.ar.script import fold
from tawatur.statements.frame import Frame
from tawatur.statements.said import Said, tells_news


def told_by_whole(frames: list[Frame], said: list[Said | None], telling: list[int], reporting: list[int]) -> int | None:
    """ "أعلن الجيش الطوارئ في المدن وأطرافها، على ما أفاد المرصد": what is told behind an act tells of it whole."""
    if not reporting or any(frames[k].opened not in {"object", "preposition"} for k in reporting):
        return None
    for k in telling:
        cue = frames[k].cue
        if frames[k].group != "around" or cue is None or any(frames[m].content[0] > cue[0] for m in reporting):
            continue
        if any(only_refers(said[k], said[m]) for m in reporting):
            continue
        if tells_news(said[k]) and any(frames[m].source is not None for m in reporting):
            continue  # "هدد التنظيم بـ…، حسبما أوردت صحيفة": a medium passes on whose words they are
        if all(frames[k].content[1] == frames[m].content[1] and frames[m].content[1] <= cue[0] for m in reporting):
            return k
    return None


def only_refers(aside: Said | None, said: Said | None) -> bool:
    """ "أعلنت الوزارة عن …، وفقا لبيان", "قال الوزير إن …، بحسب المتحدث باسمه": the one who reports spoke so."""
    if aside is None or said is None or said.frame.source is None or tells_news(said):
        return False
    name = fold(aside.voice.names[-1])
    return name in _HIS_TEXTS or name.split()[0] == "البيان" or name.endswith(("باسمه", "باسمها", "باسمهم"))


_HIS_TEXTS = {"بيان", "تصريح", "تصريحات", "تغريده", "رساله", "خطاب"}


def credited(aside: Frame, news: Frame) -> bool:
    """Whether a phrase names whom a medium has its news from: "نقلا عن فلان", or "وفقا لفلان" behind the verb."""
    behind = aside.cue is not None and news.cue is not None and aside.cue[0] > news.cue[0]
    return aside.group == "relay" or (aside.group == "around" and behind)
