"""Passives of verbs of report, and idioms, that name nobody who speaks."""

from __future__ import annotations

from tawatur.languages.ar.cues import CueForm
from tawatur.statements.cue_phrases import Cue
from tawatur.statements.parsing import Parse
from tawatur.statements.subjects import subject_of


def names_nobody(parse: Parse, cue: Cue) -> bool:
    """Whether a verb is a passive by what it wants, or its subject a finger of blame."""
    return _accused(parse, cue) or _taken_to_be(parse, cue) or _called(parse, cue) or parse.keys[cue.end] in _FINGERS


_FINGERS = {"اصابع", "اصبع"}  # "وأشارت أصابع الاتهام إلى": nobody is told whose


def marked_passive(parse: Parse, cue: Cue, form: CueForm) -> bool:
    """Whether a ضمة on its first letter makes a verb a passive that names nobody.

    The active of "يُعلن", "يُحذّر", "يُطالب" has it too: they are passives only where no subject follows. "نُقل عن فلان
    قوله" names him.
    """
    if form.shape not in {"past", "present"} or "\u064f" not in parse.words[cue.first].text[:3]:
        return False
    if form.verb.relay:
        return not any(parse.keys[k] == "عن" for k in range(cue.end, min(cue.end + 2, cue.opener)))
    if cue.first and "relative" in parse.grammar[cue.first - 1]:
        return True
    if form.shape == "present" and (form.verb.lemma.startswith("أ") or form.verb.lemma in _DAMMA):
        return subject_of(parse, cue, cue.first)[0].source is None
    return True


_DAMMA = {
    "صرح", "حذر", "شدد", "بين", "هدد", "ندد", "طالب", "تابع", "كذب", "قرر", "عبر", "رجح", "ناشد", "دافع", "حمل",
}  # fmt: skip


def _taken_to_be(parse: Parse, cue: Cue) -> bool:
    """ "وفسرت على أنها": nobody is told who takes it to be that."""
    return cue.form is not None and cue.form.verb.lemma == "فسر" and parse.keys[cue.opener - 1] == "علي"


def _called(parse: Parse, cue: Cue) -> bool:
    """ "فيما وصف بأنه تطوير": right after what is called something, "called" with nobody behind it is a passive."""
    if cue.form is None or cue.form.verb.lemma != "وصف" or cue.form.pronoun or cue.form.shape != "past":
        return False
    return parse.keys[cue.first - 1] in {"ما", "فيما", "بما", "عما"} and cue.opener == cue.end


def _accused(parse: Parse, cue: Cue) -> bool:
    """ "واتهم بإدارة الفرقة": a verb that always has an object, with none, is a passive."""
    form = cue.form
    return (
        form is not None
        and form.verb.lemma == "اتهم"
        and form.shape == "past"
        and not form.pronoun
        and form.number == "s"
        and cue.complement in {"object", "preposition"}
        and cue.content == cue.end
        and parse.tags[cue.end].preposition == "ب"
    )
