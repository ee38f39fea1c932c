"""Where what a verb reports begins: at أن and its kin, at a colon, or at an opening quotation mark."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from tawatur.languages.ar.cues import CueForm, readings_of
from tawatur.languages.keeping import Known
from tawatur.statements.abbreviations import LETTER, abbreviates
from tawatur.statements.between import ADDRESSED, after_channel, by_what, has_seen, keeps_name_back, naming
from tawatur.statements.forms import Form
from tawatur.statements.parsing import Parse

Complement = Literal["that", "speech", "object", "preposition", "around"]


OPENING = '"“«„”'


def readings(parse: Parse, i: int) -> tuple[CueForm, ...]:
    """The reporting forms word `i` may be, its conjunction and prepositions aside."""
    return readings_of(parse.words[i].folded)


def opens_content(parse: Parse, i: int) -> bool:
    """Whether word `i` is أن or one of its kin, and not the name in "بان كي مون" or "آن ماري"."""
    if "that" not in parse.grammar[i] or parse.words[i].text.startswith("آ"):
        return False
    if parse.keys[i] == "ان" and _of_letters(parse, i):
        return False  # "سي إن إن", "إن بي سي"
    return not (parse.words[i].text == "بان" and i + 1 < len(parse) and parse.words[i + 1].text == "كي")


def _of_letters(parse: Parse, i: int) -> bool:
    """Whether "إن" is a letter of a channel's name; in "بي بي سي إن" it is none."""
    keys = parse.keys
    if keys[i + 1 : i + 3] == ["بي", "سي"]:
        return True
    first = i - (i > 0 and keys[i - 1] == "ان")
    return first > 0 and keys[first - 1].endswith("سي") and keys[first : first + 2] == ["ان", "ان"]


def opening_of(parse: Parse, start: int, reach: int) -> tuple[Complement, int, int] | None:
    """Where أن or speech opens after `start`: (how, opener, first word of the content)."""
    relative = False
    anothers = beside = -1
    for k, form in enumerate(parse.forms[start : start + reach], start):
        if _IDLE[form] or k < beside:
            continue
        if k + 1 < len(parse) and parse.keys[k + 1] in _BY and parse.words[k].text in _DASHES:
            beside = _aside_end(parse, k)
        word = parse.words[k]
        if k == anothers:
            continue
        if opens_content(parse, k):
            if parse.keys[k].startswith("لان"):
                return None  # the cause of what was told
            if k > start and _of_time(parse, k):
                continue
            if k + 1 >= len(parse) or parse.words[k].folded.startswith(("و", "ف")):
                return None  # "وأن" goes on with an earlier verb's content, "فإن" answers a clause before
            return "that", k, _skip_marks(parse, k + 1)
        if word.text == ":":
            return ("speech", k, _skip_marks(parse, k + 1)) if k + 1 < len(parse) else None
        if word.text == "(" and _speech_in_brackets(parse, k):
            return "speech", k, k + 1
        if word.text in OPENING and (parse.quoted[k] < 0 or k == 0 or parse.quoted[k - 1] != parse.quoted[k]):
            if parse.quoted[k] < 0 or not quoted_name(parse, k):
                return ("speech", k, _skip_doubled(parse, k + 1)) if k + 1 < len(parse) else None
            beside = next((m for m in range(k, len(parse)) if parse.quoted[m] != parse.quoted[k]), len(parse))
            continue
        if "relative" in parse.grammar[k]:
            relative = True
        if parse.keys[k] in _LIKELY and parse.keys[k - 1] == "من":
            return None  # "…، من المتوقع أن": the أن is that of the likelihood
        if breaks_off(parse, k) and not _surely_name(parse, start, k):
            return None
        if parse.keys[k] in SAYING and parse.is_sign(k - 1, "،,") and k - start > ADDRESSED:
            return None  # "أكد الجيش التوصل إلى اتفاق، قائلا إن": the أن is that of what he says besides
        if parse.tags[k].verb and not parse.tags[k].passive:
            if k > start and parse.keys[k - 1] in {"لم", "لا"} and not parse.tags[k].conjunction:
                continue  # "مصدر لم تذكر اسمه": it tells of the source
            if k > start and (keeps_name_back(parse, k) or has_seen(parse, k)):
                continue  # "مسؤول رفض ذكر اسمه", "وثيقة اطلعت عليها رويترز"
            if after_channel(parse, start, k) or naming(parse, k) or by_what(parse, start, k):
                continue
            if not relative and parse.tags[k].pronoun and k and parse.tags[k - 1].pos in {"noun", "proper"}:
                continue  # "في بيان نقلته …": a relative clause after an indefinite noun
            if k > start and _to_do(parse, k):
                return None  # "رد بهدف … ليؤكد أن": the أن is that of another verb
            if relative or parse.keys[k] in {"قد", "كان"}:
                if relative and opens_content(parse, min(k + 1, len(parse) - 1)) and _reports(parse, k):
                    anothers = k + 1  # "رد على المدرب الذي قال إنه …": that أن is not the first verb's
                relative = relative and parse.keys[k] in _BEEN  # "الذي كان يتحدث عبر الهاتف"
                continue
            if parse.tags[k].conjunction or _reports(parse, k):
                return None
    return None


_BEEN = {"كان", "كانت", "كانوا", "قد"}
_DASHES = {"،", ",", "-", "–", "—"}
_BY = {"بحسب", "حسب", "حسبما", "وفق", "وفقا", "وفقما", "نقلا", "كما"}
_ASIDE = 16  # words


def _aside_end(parse: Parse, k: int) -> int:
    """Where an aside that names who passes it on ends, before an أن: "وأضاف، بحسب ما نقلته الوكالة، أن"; -1 else."""
    near = range(k + 2, min(k + _ASIDE, len(parse) - 1))
    close = next((m for m in near if parse.words[m].text in _DASHES), None)
    return close + 1 if close is not None and opens_content(parse, close + 1) else -1


def _reports(parse: Parse, k: int) -> bool:
    """Whether word `k` can be a finite verb of report."""
    return any(f.shape in {"past", "present"} for f in readings(parse, k))


def _to_do(parse: Parse, k: int) -> bool:
    """A verb of report under the ل of purpose or outcome: "ليؤكد", "لتعلن"."""
    folded = parse.words[k].folded
    return folded[0] == "ل" and any(f.shape == "present" for f in readings_of(folded[1:]))


def of_modal(parse: Parse, that: int) -> bool:
    """ "يمكن أن ينشرها", "يجب أن تدفع": an أن that belongs to the verb of wish or need right before it."""
    return parse.words[that].text.startswith("أن") and parse.keys[that - 1] in _MODALS


_MODALS = {
    "يمكن", "تمكن", "يجب", "ينبغي", "يريد", "تريد", "يريدون", "يستطيع", "تستطيع", "يستطيعون", "يتعين", "يحتمل", "يفترض",
    "يكاد", "تكاد", "يجوز", "يصح", "يود", "تود", "يحاول", "تحاول", "يحق",
}  # fmt: skip


def _of_time(parse: Parse, that: int) -> bool:
    """ "بعد أن عاد": an أن that belongs to the word of time before it; "قال من قبل إن" has another one."""
    before = parse.keys[that - 1]
    return before in _CLAUSE_OF_TIME and parse.words[that].text[0] != "إ" and parse.keys[that - 2] != "من"


# Before أن they make a clause of time or manner, which is not what a verb reports.
_CLAUSE_OF_TIME = {"بعد", "قبل", "منذ", "دون", "بدون", "حين", "عند", "بمجرد", "فور", "لحين"}
SAYING = {"قايلا", "قايله", "قايلين", "قايلتين"}
_LIKELY = {"المتوقع", "المرجح", "المنتظر", "المحتمل", "المقرر", "المفترض", "المرتقب"}


def _is_idle(form: Form) -> bool:
    telling = form.grammar or form.breaks or form.reports or form.key in _LIKELY or form.key in SAYING
    return not telling and form.key[:1].isalnum()


_IDLE = Known(_is_idle, 32768)
"""Whether a search for a complement passes over a word: no sign, no verb, none of a closed class, none that reports."""


def _speech_in_brackets(parse: Parse, k: int) -> bool:
    """Some outlets put speech in round brackets: long ones, with a clause of their own and no أن after them."""
    close = next((m for m in range(k + 1, len(parse)) if parse.words[m].text in "()"), None)
    if close is None or close - k < 7 or "relative" in parse.grammar[k + 1] or parse.words[close].text != ")":
        return False
    after = range(close + 1, min(close + 4, len(parse)))
    return not any(opens_content(parse, m) or parse.words[m].text == ":" for m in after)


def _surely_name(parse: Parse, start: int, k: int) -> bool:
    """A foreign name that is spelled like a subordinator ("لو كانغ"), or one alone between the verb and its أن."""
    after = k + 1 < len(parse) and (opens_content(parse, k + 1) or parse.words[k + 1].text in "،,:")
    return parse.tags[k].name == "person" or (k == start and after)


def breaks_off(parse: Parse, k: int) -> bool:
    """Whether a search from a verb for its complement must stop at word `k`: another clause begins there."""
    if parse.words[k].text in ".؛;!؟?":
        return not abbreviates(parse, k)
    if "subordinator" in parse.grammar[k] and _since_when(parse, k):
        return False
    if "subordinator" in parse.grammar[k] and parse.keys[k] not in {"حيث", "عقب", "اثر", "وسط", "رغم", "غير", "خاصه"}:
        return True
    if not parse.tags[k].article and _is_participle(parse.words[k].folded):
        return any(
            opens_content(parse, m) or parse.words[m].text in ":" + OPENING
            for m in range(k + 1, min(k + 4, len(parse)))
        )
    return False


def _since_when(parse: Parse, k: int) -> bool:
    """ "منذ تأسيسه عام 2001", "حتى اللحظة": a preposition before a noun, and no clause nor another's report."""
    if parse.keys[k] not in {"منذ", "حتي"} or k + 1 >= len(parse):
        return False
    if any(f.shape == "noun" for f in readings(parse, k + 1)) or parse.keys[k + 1] == "قول":
        return False  # "رفض الحزب الحوار منذ إعلان الوزير أن الجسر مغلق"
    return parse.tags[k + 1].pos in {"noun", "number", "proper"} and not opens_content(parse, k + 1)


@lru_cache(maxsize=32768)
def _is_participle(folded: str) -> bool:
    if folded.removeprefix("و").removeprefix("ف") in {"مقره", "مقرها"}:
        return False  # "المرصد، ومقره لندن، إن": where it sits
    return any(f.shape == "participle" and f.verb.lemma not in {"قال", "أطلع"} for f in readings_of(folded))


def quoted_name(parse: Parse, k: int) -> bool:
    """Whether the quotation that opens at `k` only sets off a name or a term: short, inside a noun phrase."""
    number = parse.quoted[k]
    end = k
    while end < len(parse) and parse.quoted[end] == number:
        end += 1
    inside = [m for m in range(k + 1, end - 1) if parse.words[m].text != '"']
    if inside and all(len(parse.words[m].text) <= LETTER for m in inside) and parse.is_sign(inside[0] + 1, "."):
        return True  # «د.ب.أ»
    if len(inside) <= _LONG_NAME and k and not parse.tags[k - 1].article and _names(parse, k - 1, inside):
        return True  # "شركة «إف. سي. إيه»", "صحيفة «يني عقد»"
    if len(inside) > 4:
        return False
    speech = any("that" in parse.grammar[m] or "auxiliary" in parse.grammar[m] for m in inside)
    if k and parse.words[k - 1].text not in "،,:" and not speech and _waits(parse, end):
        return True  # "وذكرت «المدار»، الأحد، أن": the name of the one who speaks
    if any(parse.tags[m].verb for m in inside):
        return False
    if k == 0 or parse.words[k - 1].text in "،,:" or end >= len(parse):
        return False
    # A short quotation that closes the clause, or that a participle of report follows, is what was said.
    return not (parse.is_sign(end, ".،,") or _is_participle(parse.words[end].folded))


def _names(parse: Parse, k: int, inside: list[int]) -> bool:
    """Whether word `k` is a kind of body or medium whose name follows; after a network only a short one."""
    kinds = parse.source_classes(k)
    return bool(kinds & _NAMED) or ("network" in kinds and len(inside) <= 2)


_NAMED = {"medium", "organisation"}
_LONG_NAME = 6  # words, the marks with them


def _waits(parse: Parse, end: int) -> bool:
    """Whether an أن follows soon after word `end` with no verb between: what was said is still to come."""
    for k in range(end, min(end + 12, len(parse))):
        if opens_content(parse, k):
            return not parse.tags[k].conjunction and parse.words[k].folded[0] not in "ول"
        if parse.tags[k].verb or parse.words[k].text in ".:؛" + OPENING or _is_participle(parse.words[k].folded):
            return False
    return False


def _skip_doubled(parse: Parse, k: int) -> int:
    """The first word after a mark that is written twice."""
    return k + (k < len(parse) - 1 and parse.is_sign(k, '"'))


def _skip_marks(parse: Parse, k: int) -> int:
    while k < len(parse) - 1 and parse.words[k].text in OPENING + ":،(":
        k += 1
    return k


def that_within(parse: Parse, start: int, reach: int) -> int | None:
    """The first أن or its kin among the next `reach` words, if any."""
    for k in range(start, min(start + reach, len(parse) - 1)):
        if opens_content(parse, k):
            return k
    return None
