"""How sure the reading of a speaker is: the probability that a careful reader would name the same one.

A maximum-entropy model (a one-item conditional random field) weighs how the speaker was found, what they are, and how
far back they were last named; `scripts/train_confidence.py` trains it on annotated articles and prints its calibration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.languages.ar.naming import is_known
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.verbs import readings
from tawatur.languages.ar.vocabulary import source_classes
from tawatur.model import Article, Reason, Speaker, Statement
from tawatur.settings import Settings
from tawatur.statements.models import probability_right


def numbered(
    article: Article, statements: Sequence[Statement], speakers: Sequence[Speaker], settings: Settings
) -> list[Statement]:
    """The statements with their ids, in order, and with the probability that their speaker is right.

    A reason says where it is below `settings.unsure`; below `settings.hardly` the speaker is let go.
    """
    out = []
    told = zip(statements, confidence_features(article, statements, speakers), strict=True)
    for number, (statement, features) in enumerate(told, 1):
        sure = round(probability_right(features), 3)
        if len(statement.chain) > 1 and sure < settings.hardly:
            statement = _left_to_outlet(statement, sure)
        doubt = (Reason("statements.unsure", (f"{round(100 * sure)}%",)),) if sure < settings.unsure else ()
        id, reasons = f"{article.id}.{number:02d}", (*statement.reasons, *doubt)
        out.append(_told(statement, id, sure, reasons))
    return out


def _told(s: Statement, id: str, sure: float, reasons: tuple[Reason, ...]) -> Statement:
    """`dataclasses.replace`, in a third of the time, for what is done to every statement."""
    return Statement(
        id, s.article, s.sentence, s.content, s.source, s.cue, s.via, s.chain, s.explicitness, s.mode, s.kind,
        s.polarity, s.certainty, s.quantities, sure, reasons,
    )  # fmt: skip


def _left_to_outlet(statement: Statement, sure: float) -> Statement:
    """A statement without the speaker that was read for it, who is hardly the right one."""
    reason = Reason("statements.hardly_right", (f"{round(100 * sure)}%",))
    reasons = (*statement.reasons, reason)
    chain = statement.chain[:1]
    return replace(statement, source=None, via=None, chain=chain, explicitness="none", mode="none", reasons=reasons)


def confidence_features(
    article: Article, statements: Sequence[Statement], speakers: Sequence[Speaker]
) -> Iterator[list[str]]:
    """What tells whether a speaker was read rightly, for each statement in turn."""
    known = {speaker.key: list(_of_name(speaker)) for speaker in speakers}
    named_at: dict[str, int] = {}
    named_on: dict[str, int] = {}
    last, run = "", 0
    whole = list(_of_article(article, statements))
    for number, s in enumerate(statements):
        who = s.chain[-1]
        out = ["b", f"how={s.explicitness}", f"chain={min(len(s.chain), 4)}", f"mode={s.mode}|{s.explicitness}"]
        out += [f"why={reason.code}" for reason in s.reasons]
        out += [f"sounds={int(r.values[0].rstrip('%')) // 10}|{s.explicitness}" for r in s.reasons if r.code in SOUNDS]
        out.append(f"kind={s.kind}|{s.explicitness}")
        out.append(f"title={article.title is not None and s.content[0] < article.title[1]}|{s.explicitness}")
        out.append(f"length={min((s.content[1] - s.content[0]) // 40, 5)}|{s.explicitness}")
        if len(s.chain) > 1:
            out += known.get(who, ())
            out += _of_words(article, s)
            out += [f"{told}|{s.explicitness}" for told in whole]
            since = article.text[named_on.get(who, 0) : s.content[0]]
            out.append(f"far={min(len(since) // 200, 6)}|paragraphs={min(since.count(_NEW_LINE), 4)}|{s.explicitness}")
            run = run + 1 if s.source is None else 0
            out.append(f"run={min(run, 6)}|{s.explicitness}")
            back = number - named_at[who] if who in named_at else 99
            out += [f"back={min(back, 8)}|{s.explicitness}", f"same={who == last}|{s.explicitness}"]
            out.append(f"others={min(len(named_at) - (who in named_at), 4)}|{s.explicitness}")
            last = who
            if s.source is not None:
                named_at[who], named_on[who] = number, s.source[1]
        else:
            out.append(f"after={'said' if last else 'nobody'}")
            out.append(f"quoted={article.text[max(s.content[0] - 1, 0)] in _MARKS}")
            last, run = "", 0
        yield out


SOUNDS = frozenset({"statements.sounds_own", "statements.sounds_said"})
_MARKS = '"«“”'
_NEW_LINE = "\n"


def _of_article(article: Article, statements: Sequence[Statement]) -> Iterator[str]:
    """What tells a column from a report: few quotations and sources, and somebody who says "I"."""
    yield f"quotations={min(sum(article.text.count(mark) for mark in _MARKS) // 2, 6)}"
    yield f"sources={min(len({s.chain[-1] for s in statements if s.source is not None}), 6)}"
    yield f"attributed={sum(len(s.chain) > 1 for s in statements) * 4 // max(len(statements), 1)}"
    yield f"speaks={min(len(_I.findall(article.text)), 3)}"


_I = re.compile(r"\b(?:و|ف)?(?:أنا|إنني|أنني|لي|رأيي|أقول|أعتقد|أظن|أرى|كنت|أتذكر|أكتب|أحد القراء|عزيزي)\b")


def _of_name(speaker: Speaker) -> Iterator[str]:
    """What tells whether a name can be that of somebody who speaks."""
    yield f"speaker={speaker.kind}"
    yield f"names={min(len(speaker.names), 3)}|{speaker.kind}"
    words = fold(speaker.name).split()
    yield f"words={min(len(words), 6)}|{speaker.kind}"
    yield f"article={speaker.name.startswith('ال')}|{speaker.kind}"
    if not words:
        return
    bare = words[0].removeprefix("ال")
    classes = "+".join(sorted(source_classes(words[0]) | source_classes(bare)))
    yield f"head={classes}|{speaker.kind}"
    yield f"known={is_known(words[0])}|{is_known(words[-1])}|{speaker.kind}"
    yield f"verb={bool(readings(words[0]))}|{bool(classes)}|{is_known(words[0])}"
    yield f"accusative={speaker.name.split()[0].endswith(('ًا', 'اً', 'ا'))}|{bool(classes)}"
    yield f"figure={any(letter.isdigit() for letter in speaker.name)}"


def _of_words(article: Article, s: Statement) -> Iterator[str]:
    if s.cue is not None:
        cue = fold(article.text[slice(*s.cue)])
        bare = cue.lstrip("وف")
        yield f"cue={bare}"
        yield f"cue={bare}|{s.explicitness}"
        before = len(_WORD.findall(article.text[s.sentence[0] : s.cue[0]]))
        yield f"before={min(before, 5)}|{s.explicitness}|{cue[0] in 'وف'}"
        yield f"gap={_gap(s.cue, s.content)}|{s.explicitness}"
        if s.source is not None:
            yield f"apart={_gap(s.cue, s.source)}"
    else:
        yield f"no cue|{s.explicitness}|{_opened(article.text, s.content[0])}"
    yield f"via={s.via is not None}"


def _opened(text: str, at: int) -> str:
    """The sign before a content, "word" where there is none."""
    before = text[max(0, at - 12) : at].rstrip()
    return next((name for name, signs in _SIGNS.items() if before and before[-1] in signs), "word")


_WORD = re.compile(r"\w+")
_SIGNS = {"colon": ":", "quotation": "\"«“”('", "comma": "،,", "stop": ".؟!\n"}


def _gap(a: tuple[int, int], b: tuple[int, int]) -> str:
    """On which side of `a` the span `b` stands, and how far off, in steps of thirty code points."""
    if b[0] >= a[1]:
        return f"+{min((b[0] - a[1]) // 30, 4)}"
    return f"-{min(max(a[0] - b[1], 0) // 30, 4)}"
