"""Words that are spelled like cues and report nothing here: other verbs, nouns, set phrases, others' words.

What nobody has said is in `unsaid`, what only names, measures or ranks in `measuring`.
"""

from __future__ import annotations

from tawatur.statements.between import ON_IT, has_seen
from tawatur.statements.complements import opens_content, readings
from tawatur.statements.measuring import only_classes, tells_name_or_age
from tawatur.statements.nominals import names_speaker
from tawatur.statements.parsing import Parse
from tawatur.statements.quoting import others_words, quotes_after
from tawatur.statements.unsaid import (
    are_asked,
    as_if,
    i_do,
    i_myself,
    may_be_said,
    not_yet_said,
    said_before,
    unsaid,
    will_say,
)


def reports_nothing(parse: Parse, i: int) -> bool:
    """Whether word `i`, which can be a reporting verb, surely is none here."""
    for checks in (_CHECKS, _OF_WORDS.get(parse.keys[i], ())):
        for check in checks:
            if check(parse, i):
                return True
    return False


def _object_of_verb(parse: Parse, i: int) -> bool:
    """ "حاولت وصف المكان", "يواصل رفض العرض": right after a verb stands the noun of action."""
    if not i or parse.tags[i].conjunction or parse.words[i].folded not in _NOUNS_TOO:
        return False
    before = parse.tags[i - 1]
    return before.verb and before.name is None and "auxiliary" not in parse.grammar[i - 1]


_NOUNS_TOO = {"رفض", "طلب", "نفي", "رد", "ذكر", "وصف", "نقل", "كشف", "شجب", "دعم", "نشر"}


def _after_preposition(parse: Parse, i: int) -> bool:
    """ "في دعم الفريق", "إلى رفض الخطة": after a preposition stands the noun of action, spelled like a past verb."""
    if not i or parse.words[i - 1].text not in _PREPOSITIONS or parse.tags[i - 1].name is not None:
        return False
    if parse.words[i - 1].text in {"في", "فى", "وفي"} and any(f.shape == "present" for f in readings(parse, i)):
        return True  # "في تذكر الأحلام"
    return any(f.shape == "past" and not f.pronoun and f.number == "s" for f in readings(parse, i))


_PREPOSITIONS = {"في", "فى", "وفي", "إلى", "الى", "وإلى", "عن", "وعن", "على", "وعلى", "مع", "ومع", "خلال", "حول", "ضد"}


def _shows_by_itself(parse: Parse, i: int) -> bool:
    """ "…، مما يؤكد", "وهو ما يشير إلى", "وهذا يؤكد أن": what was told before is the subject."""
    return (
        i > 0
        and parse.tags[i].pos == "verb_present"
        and not parse.tags[i].pronoun
        and (
            parse.keys[i - 1] in {"مما", "بما"}
            or (parse.keys[i - 1] == "ما" and (parse.is_sign(i - 2, "،,") or parse.keys[i - 2] in {"هو", "هي"}))
            or parse.keys[i - 1] in {"هذا", "ذلك"}
        )
    )


def _becomes_clear(parse: Parse, i: int) -> bool:
    """ "تبين أن", "وتبين من الفحص أن": it became clear; the same letters report only before a subject of their own."""
    following = parse.tags[i + 1] if i + 1 < len(parse) else None
    return following is None or following.pos not in {"noun", "proper", "demonstrative"} or bool(following.preposition)


def _suspected(parse: Parse, i: int) -> bool:
    """ "يشتبه بأنه", "يشتبه في تورطه": somebody is suspected, nobody says by whom."""
    if i + 1 >= len(parse):
        return False
    return parse.tags[i + 1].preposition == "ب" or parse.keys[i + 1] in {"في", "بان", "بانه", "بانها", "بانهم"}


def _set_phrase(parse: Parse, i: int) -> bool:
    """ "رد فعل", "لفت انتباه", "ردا على", "اقرأ المزيد", "إبان الحرب": phrases spelled with a verb of report."""
    key, following = parse.keys[i], parse.keys[i + 1] if i + 1 < len(parse) else ""
    if following == "الله" and parse.tags[i].pronoun:
        return True  # "أيده الله"
    if (key, following) in _PHRASES or following in _FOLLOWED.get(key, ()):
        return True
    return (
        parse.words[i].text.endswith("رأ")
        or parse.words[i].text.lstrip("وف") in {"هنا", "إبان"}
        or key in _TEXT_OR_INFORMED
        or (key == "متابعه" and following == ":")
    )


# "مصادر مطلعة أن" are sources that know.
_TEXT_OR_INFORMED = {"نصه", "نصها", "مطلع", "مطلعه", "مطلعا", "مطلعين", "مطلعان"}
_PHRASES = {
    ("عرض", "الحايط"),
    ("رد", "فعل"),
    ("ردا", "علي"),
    ("وردا", "علي"),
    ("بين", "من"),
    *((verb, "الخطي") for verb in ("حث", "وحث", "حثت", "وحثت", "يحث", "تحث")),
    ("كذب", "علي"),
    ("كذبت", "علي"),
    ("يكذب", "علي"),
}
_FOLLOWED = dict.fromkeys(
    ("لفت", "لفتت", "يلفت", "تلفت"), ("انتباه", "انتباهه", "انتباهها", "نظر", "انظار", "الانظار", "الاضواء")
)


def _needs_or_meets(parse: Parse, i: int) -> bool:
    """ "الأمر تطلب جهودا", "وتعرض الذهب لضغوط": other verbs, spelled like "she asks" and "she offers"."""
    nearby = range(i + 1, min(i + 6, len(parse)))
    if parse.keys[i] == "تطلب" and parse.sentence.title and i and _who_asks(parse, i - 1):
        return False
    if parse.keys[i] == "تطلب":
        return not any(parse.keys[k] == "من" or "that" in parse.grammar[k] for k in nearby)
    return any(parse.tags[k].preposition == "ل" for k in nearby)


def _who_asks(parse: Parse, k: int) -> bool:
    """Whether the word before "تطلب" in a headline names a woman, a body or a place: "العاصمة تطلب المساعدة"."""
    return parse.tags[k].name is not None or bool(parse.source_classes(k) & {"role", "organisation"})


def _spent(parse: Parse, i: int) -> bool:
    """ "قضى سنوات": the verb of a ruling is one of spending time unless a court, or what was ruled, comes next."""
    if i + 1 >= len(parse):
        return False
    return not (
        parse.tags[i + 1].preposition == "ب"
        or "that" in parse.grammar[i + 1]
        or names_speaker(parse, i + 1, min(i + 3, len(parse)))
    )


def _keeps_name_back(parse: Parse, i: int) -> bool:
    """ "رفض ذكر اسمه", "طلب عدم الكشف عن هويته": the words say that the source is unnamed, and report nothing."""
    near = range(i + 1, min(i + 6, len(parse)))
    if not any("anonymity" in parse.source_classes(k) and not parse.tags[k].conjunction for k in near):
        return False  # but "تؤكد ليلى، واسمها الحقيقي سعاد، أنها" tells a name
    if parse.keys[i] in _KEEPING:
        return True
    # "قال مسؤول رفض ذكر اسمه إن": it is the next verb that keeps it back
    return not any(parse.keys[k] in _KEEPING and "role" not in parse.source_classes(k) for k in near)


_KEEPING = {"رفض", "رفضت", "رفضوا", "طلب", "طلبت", "طلبوا", "اشترط", "اشترطت", "فضل", "فضلت", "طالبا", "طالبه"}


def _a_matter(parse: Parse, i: int) -> bool:
    """ "أمر ليس في الحسبان", "أمر طبيعي": the noun, spelled like "he ordered", which takes ب or أن."""
    if i and parse.keys[i - 1] in {"هذا", "هو", "ذلك", "كل", "اي"}:
        return True
    near = range(i + 1, min(i + 9, len(parse)))
    return not any(parse.tags[k].preposition == "ب" or opens_content(parse, k) for k in near)


def _written_on(parse: Parse, i: int) -> bool:
    """ "وكتب على لافتة": the passive, of what stands written somewhere."""
    if i + 2 >= len(parse) or parse.keys[i + 1] != "علي":
        return parse.keys[i + 1 : i + 2] in ON_IT  # "لافتات كتب عليها"
    named = parse.source_classes(i + 2) & {"network", "post", "occasion", "medium"}
    return not (named or parse.tags[i + 2].pronoun or parse.tags[i + 2].name)


def _gives_credit(parse: Parse, i: int) -> bool:
    """ "يعيد الفضل إلى", "أعاد الأمل": the verb of saying again reports only what is brought back to mind."""
    forms = readings(parse, i)
    if not forms or forms[0].verb.lemma != "أعاد":
        return False
    near = range(i + 1, min(i + 8, len(parse)))
    return not any(parse.tags[k].stem in {"اذهان", "تذكير", "تاكيد", "قول"} for k in near)


def _hope(parse: Parse, i: int) -> bool:
    """ "ثمة أمل في العودة": the noun, spelled like "he hoped", which takes أن."""
    return not any(opens_content(parse, k) for k in range(i + 1, min(i + 9, len(parse))))


def _owes(parse: Parse, i: int) -> bool:
    """ "يدين بالفوز للمدرب", "مدينة بالفضل لـ": he owes it; the verb of blame takes its object without ب."""
    harshly = parse.keys[i + 1 : i + 2] in (["بشده"], ["باشد"], ["بقوه"])  # "تدين بشدة الهجوم"
    return i + 1 < len(parse) and parse.tags[i + 1].preposition in {"ب", "ل"} and not harshly


def _seat(parse: Parse, i: int) -> bool:
    """ "المركز، ومقره لندن، إن": where a body sits, spelled like "who admits"."""
    return parse.words[i].text[-1] != "ة"


def _spoke_out(parse: Parse, i: int) -> bool:
    """ "ما أدلى به السفير من مواقف": what somebody came out with, of which something else is told."""
    return i + 1 < len(parse) and parse.keys[i - 1] == "ما" and parse.keys[i + 1] == "به"


def _remembers(parse: Parse, i: int) -> bool:
    """ "وتذكر الفنان حين صور الفيلم": he thought of a time; the same letters report where she mentions something."""
    near = range(i + 1, min(i + 8, len(parse)))
    stop = next((k for k in near if opens_content(parse, k) or parse.words[k].text == ":"), near.stop)
    return any(parse.keys[k] in {"حين", "حينما", "عندما", "كيف", "ايام", "لحظه"} for k in range(i + 1, stop))


def _indefinite_object(parse: Parse, i: int) -> bool:
    """ "أطلقت الحكومة وعدا بـ", "قدم النادي طلبا إلى": the noun of action as an object, spelled like a dual verb."""
    folded = parse.words[i].folded
    return i > 0 and folded.endswith("ا") and folded[:-1] in _NOUNS_TOO | {"وعد", "حكم", "امر", "عرض", "حث"}


def inside_quotation(parse: Parse, i: int) -> bool:
    """Inside a quotation longer than a name the speaker's own verbs do not report to the reader."""
    number = parse.quoted[i]
    if number < 0 or parse.quoted.count(number) <= 6:
        return False
    return not (_quotes_another(parse, i) or others_words(parse, i) or quotes_after(parse, i))


def _quotes_another(parse: Parse, i: int) -> bool:
    """ "«قال الوزير فلان إن …»": inside a quotation somebody else is quoted, by name and with أن or a colon."""
    if i + 2 >= len(parse) or not any(f.shape == "past" and not f.pronoun for f in readings(parse, i)):
        return False
    named = parse.is_person(i + 1) or ("role" in parse.source_classes(i + 1) and parse.is_person(i + 2))
    near = range(i + 2, min(i + 9, len(parse)))
    stop = next((k for k in near if opens_content(parse, k) or parse.words[k].text in ":.،؛"), None)
    return named and stop is not None and (opens_content(parse, stop) or parse.words[stop].text == ":")


_CHECKS = (
    unsaid,
    inside_quotation,
    _keeps_name_back,
    not_yet_said,
    i_myself,
    i_do,
    will_say,
    _after_preposition,
    _object_of_verb,
    _shows_by_itself,
    _set_phrase,
    said_before,
    _gives_credit,
    _indefinite_object,
    as_if,
)
_WORDS = {
    tells_name_or_age: "يدعي تدعي يبلغ تبلغ بلغ بلغت تبلغان يبلغان يبلغون",
    only_classes: "يعد تعد يعدان تعدان يعدون يعده تعده تعدها يعدها اعتبر اعتبرت يعتبر تعتبر",
    _becomes_clear: "تبين يتبين",
    _suspected: "يشتبه تشتبه",
    _spent: "قضي قضت قضوا قضاها قضاه قضتها يقضي تقضي يقضون",
    _needs_or_meets: "تطلب تعرض",
    _a_matter: "امر",
    may_be_said: "القول",
    _hope: "امل",
    _owes: "يدين تدين يدينان يدينون",
    _written_on: "كتب كتبت",
    _remembers: "تذكر تذكرت",
    are_asked: "طلب طلبت",
    _seat: "مقره مقرها ومقره ومقرها",
    _spoke_out: "ادلي ادلت",
    has_seen: "اطلع اطلعت",
}
_OF_WORDS = {
    word: [check for check, its in _WORDS.items() if word in its.split()]
    for words in _WORDS.values()
    for word in words.split()
}
"""What is asked only of certain words, their conjunction aside."""
