"""Whether a word still belongs to the noun phrase before it, or begins the next one."""

from __future__ import annotations

from tawatur.statements.between import keeps_name_back
from tawatur.statements.complements import readings
from tawatur.statements.parsing import Parse


def is_given_name(parse: Parse, at: int) -> bool:
    """Whether "علي" is a name after another one: "أحمد علي", "بن علي"; the preposition is written with ى."""
    if parse.words[at].text != "علي":
        return False
    before = parse.tags[at - 1]
    return parse.tags[at].name == "person" and (before.name == "person" or parse.keys[at - 1] in {"بن", "ابن", "بنت"})


def leads_prayer(parse: Parse, at: int) -> bool:
    """ "إمام المسجد": the office, spelled like "before" but for its hamza."""
    return parse.words[at].text == "إمام"


def given_ali(parse: Parse, at: int) -> bool:
    """Whether "علي" right after a verb of report is a given name, with another behind it: "ويضيف علي العيدروس أن"."""
    if parse.words[at].text != "علي" or at == 0 or at + 1 >= len(parse) or not readings(parse, at - 1):
        return False
    following = parse.tags[at + 1]
    if following.name is not None or following.pos == "proper":
        return following.name in {"person", None}
    return following.article and following.stem.endswith("ي")


def own_letter(parse: Parse, at: int) -> bool:
    """Whether the ب of a name is no preposition: after a verb of report that takes none, or a first name after one."""
    tag = parse.tags[at]
    if tag.preposition != "ب" or tag.name != "person" or tag.article or not at:
        return False
    if (
        at + 1 < len(parse)
        and readings(parse, at + 1)
        and not parse.tags[at + 1].conjunction
        and not parse.tags[at - 1].verb
    ):
        return parse.tags[at + 1].verb  # "لكن بنيتز قال"
    verb = at - 1 - (parse.tags[at - 1].name == "person")
    forms = readings(parse, verb) if verb >= 0 else ()
    return bool(forms) and not any("ب" in form.verb.takes for form in forms)


def son_of(parse: Parse, at: int) -> bool:
    """Whether "ولد" is the "son of" in Mauritanian names, right behind a verb of report: "وقال ولد السالم"."""
    if parse.words[at].folded != "ولد" or not 0 < at < len(parse) - 1:
        return False
    tag, following = parse.tags[at], parse.tags[at + 1]
    plain = following.pos in {"noun", "proper", "adjective"} and not (following.conjunction or following.preposition)
    return tag.name is None and bool(readings(parse, at - 1)) and plain


def stands_apart(parse: Parse, at: int) -> bool:
    """An adverb in the accusative, or an age, after a definite phrase: "الوزير | مجددا", "فلان | البالغ 40 عاما"."""
    tag = parse.tags[at]
    if parse.keys[at] in {"البالغ", "البالغه", "البالغين"}:
        return True
    return (
        tag.pos in {"noun", "adjective"}
        and not (tag.article or tag.name or tag.conjunction or tag.preposition)
        and len(tag.stem) > 4
        and parse.words[at].text.rstrip("\u064b").endswith("ا")
        and not parse.source_classes(at)
    )


def governs(parse: Parse, at: int) -> bool:
    """Whether a word without ال is made definite by the next one only: "مجلس | الشيوخ", "أمير | منطقة"."""
    following = parse.tags[at + 1] if at + 1 < len(parse) else None
    return (
        following is not None
        and not parse.tags[at].pronoun
        and following.pos in {"noun", "proper"}
        and not following.preposition
        and not following.conjunction
        and bool(parse.source_classes(at) & {"role", "organisation"})
    )


def not_counted_in(parse: Parse, at: int) -> bool:
    """After an indefinite plural in ـون, no noun or name without that ending is in it: "دبلوماسيون غربيون | موسكو"."""
    before, tag = parse.tags[at - 1], parse.tags[at]
    if before.article and before.stem.endswith("ون") and len(before.stem) > 5 and before.pos == "noun":
        other = tag.article and tag.stem.endswith("ه") and not tag.conjunction and not parse.source_classes(at)
        return other or (tag.name == "place" and tag.begins and not tag.preposition)  # "الحوثيون | السعودية"
    return (
        not before.article
        and before.pos in {"noun", "adjective", "proper"}
        and parse.words[at - 1].folded.endswith("ون")
        and len(before.stem) > 5
        and not parse.words[at].folded.endswith("ون")
        and not tag.preposition
        and tag.pos in {"noun", "proper"}
    )


_ARMS = {"مدرع", "مدرعه", "مدرعات", "مشاه", "ميكا", "صاعقه", "حرس", "عمالقه"}


def counts_anew(parse: Parse, at: int) -> bool:
    """Whether a figure after a noun with ال counts what follows it: "مجلس الشورى | 92 قرارا", but "الفرقة 4 مدرعات"."""
    if not (parse.words[at].text[0].isdigit() and parse.tags[at - 1].article and at + 1 < len(parse)):
        return False
    following = parse.tags[at + 1]
    if following.stem in _ARMS:
        return False
    return following.pos in {"noun", "adjective"} and not (following.article or following.name or following.preposition)


def shown_in_film(parse: Parse, at: int) -> bool:
    """Whether an indefinite noun after "فيديو" is what the film shows, and no part of its name: "مقطع فيديو | لحظة"."""
    tag = parse.tags[at]
    if parse.keys[at - 1] != "فيديو" or parse.tags[at - 1].article:
        return False
    return tag.pos == "noun" and not (tag.article or tag.conjunction or tag.preposition)


def names_another(parse: Parse, at: int) -> bool:
    """After an indefinite noun with its adjective a name begins the next phrase: "منظمات دولية | البحرين"."""
    before, tag = parse.tags[at - 1], parse.tags[at]
    indefinite = before.pos == "adjective" and not (before.article or before.name or before.pronoun)
    return indefinite and tag.name == "place" and tag.begins and not tag.preposition


def begins_anew(parse: Parse, start: int, at: int, stop: int, *, named: bool) -> bool:
    """Whether a noun after a definite phrase begins the next phrase: it is indefinite, or a second noun with ال.

    Nisba adjectives the tagger calls nouns (ـي، ـية) go on with the phrase.
    """
    tag = parse.tags[at]
    if parse.keys[at] in _EPITHETS and _place(parse, at - 1):
        return False
    if parse.keys[at] == "كلا" and parse.keys[at + 1 : at + 2] == ["من"]:
        return True  # "روسيا | كلا من ليبيا ومالطا": in the accusative
    if tag.pos == "adjective" and not parse.source_classes(at):
        return _bare_adjective(parse, at)
    if tag.pos not in {"noun", "proper"} and not parse.source_classes(at):
        return False
    if not parse.tags[at - 1].article and parse.tags[at - 1].name is None and governs(parse, at - 1):
        return False
    if _another_name(parse, start, at, named=named):
        return True
    if tag.pronoun and tag.pos == "noun":
        return True
    if tag.article and tag.name == "place" and tag.begins and tag.pos in {"noun", "proper"}:
        return _place(parse, at - 1) or (parse.tags[at - 1].pos == "adjective" and parse.tags[at - 1].name is None)
    if tag.article and tag.name == "organisation" and tag.begins and parse.tags[at - 1].article:
        return parse.tags[at - 1].pos == "noun"  # "المؤتمر | الأمم المتحدة"
    if tag.article:
        if not named and at + 1 < stop and parse.tags[at + 1].name == "person" and "role" in parse.source_classes(at):
            return False  # "مدير الدفاع المدني العقيد فلان": a rank before the name of the same man
        return tag.name is None and not tag.stem.endswith(("ي", "يه", "يين", "يون"))
    if (
        tag.name == "place"
        and tag.begins
        and (parse.tags[at - 1].pos == "adjective" or _place(parse, at - 1) or parse.is_sign(at - 1, '"”»'))
    ):
        return True  # "الجانب السوري | إسرائيل", "روسيا | بريطانيا"
    if tag.name == "place" and tag.begins and parse.tags[at - 1].article and parse.source_classes(at - 1) & _BODIES:
        return True  # "الصحيفة | فرنسا": a noun with ال governs no name
    if parse.source_classes(at) & {"organisation", "group"}:
        return True  # "الجامعة العربية | مجلس الأمن": an institution without ال heads a phrase of its own
    return tag.pos == "noun" and tag.name is None and not _apposed_office(parse, at, stop)


_EPITHETS = {"المكرمه", "المنوره"}  # of Mecca and Medina, a part of their names
_BODIES = {"medium", "organisation", "document", "anonymous"}


def _bare_adjective(parse: Parse, at: int) -> bool:
    """An adjective without ال after a noun with it belongs to another phrase: "الباحثون | مشتري المنتجات"."""
    tag, before = parse.tags[at], parse.tags[at - 1]
    return (
        before.article
        and before.pos == "noun"
        and not (tag.article or tag.name or tag.preposition or before.name)
        and not parse.source_classes(at)
        and (before.stem.endswith("ون") or not parse.source_classes(at - 1) & {"role"})
    )


def _another_name(parse: Parse, start: int, at: int, *, named: bool) -> bool:
    """Whether a name follows one that is whole: "نتنياهو | إيران", "المعارضة | نتنياهو", "إيران | رئيس الوزراء"."""
    tag, before = parse.tags[at], parse.tags[at - 1]
    if before.name is not None and tag.name is not None:
        return tag.begins and tag.name != before.name
    if named and before.name == "person" and _office_of_another(parse, at):
        return True
    if tag.name == "person":
        if not named and "role" in parse.source_classes(start):
            return False  # "رئيس تحرير صحيفة التيار فلان"
        return before.article and bool(parse.source_classes(at - 1) & {"organisation"})
    return before.name == "place" and not before.article and "role" in parse.source_classes(at) and not tag.article


def _office_of_another(parse: Parse, at: int) -> bool:
    """ "انتقد المتحدث فلان | ولي العهد علان": an office after a name, with a name of its own behind it."""
    tag = parse.tags[at]
    if "role" not in parse.source_classes(at) or tag.article or tag.name or tag.conjunction:
        return False
    for k in range(at + 1, min(at + 7, len(parse))):
        if parse.words[k].text in '،,:.؛«“"(' or parse.tags[k].verb or parse.tags[k].pos == "preposition":
            return False
        if parse.tags[k].name == "person":
            return True
    return False


def _place(parse: Parse, at: int) -> bool:
    return parse.tags[at].name == "place"


def name_like_verb(parse: Parse, start: int, at: int, stop: int, *, named: bool) -> bool:
    """A given name that reads as a verb (أشرف، ماجد): after an office without a name yet, before another name word."""
    if named or at == start or parse.tags[at].conjunction or at + 1 >= stop:
        return False
    governed = at == start + 1 and not parse.tags[start].article and "organisation" in parse.source_classes(start)
    if governed and parse.tags[at + 1].pos in {"noun", "proper"}:
        return True  # "مديرية أمن شمال …"
    office = any(parse.source_classes(k) & {"role"} for k in range(start, at))
    following = parse.tags[at + 1]
    if parse.tags[at].pos == "verb_present" and not any(parse.tags[k].article for k in range(start, at)):
        return False  # "مسؤول يرافق فلان": a clause that tells which one
    if readings(parse, at) and (following.name != "person" or keeps_name_back(parse, at)):
        return False  # "انتقد المتحدث | وصف الرئيس": a noun of action
    return (
        office
        and following.pos in {"proper", "noun", "adjective"}
        and not following.preposition
        and not parse.is_time(at + 1)
    )


def _apposed_office(parse: Parse, at: int, stop: int) -> bool:
    """A second title in one name: "الرئيس العراقي … نائب رئيس الوزراء فلان" with a person's name soon after."""
    return bool(parse.source_classes(at) & {"role"}) and any(
        parse.tags[k].name == "person" for k in range(at + 1, min(at + 6, stop))
    )


def share_end(parse: Parse, start: int, end: int, stop: int) -> int:
    """Where the word for a share ends after its figure: "34,9% | من المشاركين", "62 بالمئة", "80 في المئة"."""
    if end - start != 1 or not parse.words[start].text[0].isdigit() or end >= stop:
        return end
    if parse.words[end].text in "%٪" or parse.words[end].folded in _PER_CENT:
        return end + 1
    return end + 2 if end + 1 < stop and parse.keys[end] == "في" and parse.keys[end + 1] in _A_HUNDRED else end


_PER_CENT = {"بالمايه", "بالميه"}
_A_HUNDRED = {"المايه", "الميه"}
