"""Verbs that are spelled like verbs of report and only name, measure or rank: "يدعى", "تبلغ", "تعتبر"."""

from __future__ import annotations

import re

from tawatur.languages.ar.gazetteer import country_of
from tawatur.statements.complements import opens_content, that_within
from tawatur.statements.nominals import accusative, names_speaker
from tawatur.statements.parsing import Parse


def tells_name_or_age(parse: Parse, i: int) -> bool:
    """ "يدعى فلان", "تبلغ من العمر": passives and measures that are spelled like verbs of report."""
    if parse.keys[i] in {"يدعي", "تدعي"}:
        return parse.words[i].text.endswith("ى")
    if i + 1 >= len(parse):
        return False
    following = parse.tags[i + 1]
    if any(parse.keys[k] == "العمر" for k in range(i + 1, min(i + 7, len(parse)))) or following.stem in _MEASURED:
        return True
    if following.article and not following.stem.startswith(_ORDINALS):
        return any(parse.keys[k] in _UNITS for k in range(i + 2, min(i + 4, len(parse))))  # "تبلغ الخمسين درجة"
    if following.preposition == "ب" or following.name is not None:
        return parse.keys[i + 1] == "من"
    near = range(i + 1, min(i + 5, len(parse)))  # "تبلغ حوالي 300 مليون", "يبلغ عدد صفحاتها 900"
    stop = next((k for k in near if opens_content(parse, k) or parse.words[k].text in "،,:.؛"), near.stop)
    counted = any(parse.tags[k].pos == "number" or parse.words[k].text[0].isdigit() for k in range(i + 1, stop))
    return counted or parse.keys[i + 1] == "من" or following.stem.startswith(_ORDINALS)


_MEASURED = {
    "معدل", "متوسط", "عدد", "قيمه", "نسبه", "سعر", "اسعار", "حجم", "طول", "ارتفاع", "وزن", "مساحه", "سرعه",
    "كلفه", "تكلفه", "تكاليف", "اجمالي", "مجموع", "رصيد", "راسمال", "طاقه", "قدره", "سعه", "عمق", "عرض", "حصه",
    "مساهمه", "ذروه", "ايرادات", "ارباح", "صادرات", "واردات", "احتياطيات", "ديون", "خساير", "مبيعات",
    "استثمارات", "درجه", "حراره", "مده",
}  # fmt: skip
_UNITS = {"درجه", "عاما", "سنه", "مليون", "مليونا", "مليار", "مليارا", "الف", "الفا", "بالمايه", "مترا"}
_ORDINALS = ("ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر", "حادي")


def only_classes(parse: Parse, i: int) -> bool:
    """ "وتعد هذه الصفقة انتصارا", "تعتبر خطوة": the outlet says what a thing counts as; nobody promises or judges."""
    if _state_holds(parse, i):
        return False
    if parse.keys[i] in {"يعد", "تعد", "يعدان", "تعدان", "يعدون", "يعده", "تعده", "تعدها", "يعدها"}:
        return that_within(parse, i + 1, 3) is None and not any(
            parse.tags[k].preposition == "ب" for k in range(i + 1, min(i + 5, len(parse)))
        )
    if parse.keys[i] in _HELD and _ranks(parse, i + 1):
        return True  # "مباراة اعتبرت الأولى من نوعها": the passive
    if parse.keys[i] in _HELD and i and "relative" in parse.grammar[i - 1]:
        return that_within(parse, i + 1, 8) is None  # "المنظمات التي اعتبرت غير ممثلة"
    if parse.keys[i] in _HELD or that_within(parse, i + 1, 12) is not None:
        return False
    if _ranks(parse, i + 1):
        return True  # "صفقة تعتبر الأغلى"
    if any(parse.keys[k] in _RANKED for k in range(i + 2, min(i + 6, len(parse)))):
        return True  # "تعتبر «فيفا» أحد المعالم", "تعتبر الصين أكبر شريك"
    far = range(i + 2, min(i + 20, len(parse) - 1))
    if any(parse.keys[k] in {"واحدا", "واحده"} and parse.keys[k + 1] == "من" for k in far):
        return True  # "يعتبر فلان الذي يبلغ 30 عاما واحدا من أبرز اللاعبين"
    near = range(i + 2, min(i + 9, len(parse) - 1))
    if any(parse.keys[k] == "من" and parse.keys[k + 1] in _RANKED | {"كبار", "رواد", "اوايل"} for k in near):
        return True  # "يعتبر الشيخ فلان من كبار العلماء"
    if accusative(parse, i + 1):
        return True  # "التأخير يعتبر تهديدا": nothing stands there that somebody judges
    if i and "relative" in parse.grammar[i - 1] and not names_speaker(parse, i + 1, min(i + 2, len(parse))):
        return True  # "اللاعب الذي يعتبر هدفا"
    return not names_speaker(parse, i + 1, min(i + 3, len(parse))) and not names_speaker(parse, max(i - 4, 0), i)


_HELD = {"اعتبر", "اعتبرت"}


def _state_holds(parse: Parse, i: int) -> bool:
    """ "وتعد إسرائيل القدس عاصمتها": a state judges of what has ال or a name; "تعد مصر الدولة الأكبر" ranks it.

    "تعد تونس البوابة إلى القارة" tells what it is: nothing is held to be something else.
    """
    if parse.keys[i] != "تعد" or i + 3 >= len(parse) or country_of((parse.keys[i + 1],)) is None:
        return False
    following, last = parse.tags[i + 2], parse.tags[i + 3]
    held = following.article or following.name == "place"
    told = last.pos in {"noun", "adjective"} and not (last.article or last.preposition)
    return held and following.pos in {"noun", "proper"} and told


def _ranks(parse: Parse, k: int) -> bool:
    """Whether word `k` is a superlative or an ordinal that names nobody: "الأغلى", "الأولى"."""
    if k >= len(parse) or parse.tags[k].name is not None:
        return False
    return _THE_MOST.fullmatch(parse.keys[k]) is not None and not names_speaker(parse, k, k + 1)


_THE_MOST = re.compile("الا(?:..[^ه]|ول|ولي)")
_RANKED = {
    "احد", "احدي", "اول", "اكبر", "اهم", "اقدم", "اشهر", "اطول", "ابرز", "افضل", "اكثر", "اعلي", "اسرع", "اصغر",
    "واحده", "واحدا",
}  # fmt: skip
