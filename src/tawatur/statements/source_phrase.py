"""What the words of a source phrase tell: its head, names, number, office and affiliation, and what kind of source."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from tawatur.languages.ar.script import bare, fold
from tawatur.languages.ar.vocabulary import source_classes
from tawatur.languages.lexicons import entries
from tawatur.languages.media import known_medium
from tawatur.model import SourceKind, Span
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_BACK = {"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "المذكور", "الاخير", "الاخيره"}
_SKIPPED = {"من", "في", "فى", "عن", "علي", "الي", "باسم", "ل", "و", "قد", "احد", "احدي", "بعض", "عده"}


class SourcePhrase:
    """What the words of a source phrase tell."""

    def __init__(self, parse: Parse, source: Range) -> None:
        first, end = source
        while first < end - 1 and not parse.words[first].text[0].isalnum():
            first += 1
        while end - 1 > first and not parse.words[end - 1].text[0].isalnum() and parse.words[end - 1].text != ")":
            end -= 1
        self.span: Span = parse.span(first, end)
        self.name = _name(parse, first, self.span)
        telling = [k for k in range(first, end) if parse.words[k].text[0].isalnum() and not _skipped(parse, k, first)]
        telling = telling or [first]
        head = telling[0]
        told = parse.tags[head].article or (head == first and parse.tags[head].preposition == "ل")
        self.head = parse.tags[head].stem if told else bare(parse.keys[head])
        self.tokens = frozenset(bare(parse.keys[k]) for k in telling)
        classes = parse.source_classes(head)
        named = [k for k in telling if parse.tags[k].name == "person" or parse.keys[k] == "علي"]
        if "role" in classes and parse.quoted[head] < 0:  # "رئيس شركة «المدار»"
            named = [k for k in named if parse.quoted[k] < 0 or parse.quoted[k] == parse.quoted[head]]
        named = [k for k in named if k not in _of_kin(parse, first, end)]
        self.proper = frozenset() if _is_his(parse, head, named) else frozenset(bare(parse.keys[k]) for k in named)
        self.definite = parse.tags[head].article
        self.back = ("back" in classes and (len(telling) == 1 or parse.keys[telling[-1]] in _BACK)) or bool(
            self.definite and len(telling) == 2 and parse.keys[telling[1]] in _BACK
        )
        self.honorific = "honorific" in classes and len(telling) == 1
        self.medium = known_medium(self.name) if len(telling) <= 6 else None
        self.passes_on = "medium" in classes
        self.is_text = "document" in classes and not self.definite
        self.counted = parse.words[head].text[0].isdigit()  # "39 في المئة منهم": they do not go on
        self.kind = _kind(parse, telling, classes, proper=bool(self.proper))
        self.number = 1 if parse.keys[first] in _ONE_OF else _together(parse, head, end) or _number(parse, head)
        self.in_title = parse.sentence.title
        self.of_delegation = "group" in classes
        self.party = _party(telling, parse, classes)
        rest = [k for k in telling[1:] if parse.tags[k].pos in {"adjective", "noun", "proper"}]
        places = [
            k for k in rest if parse.tags[k].name in {"place", "organisation"} or parse.keys[k].endswith(("ي", "يه"))
        ]
        self.affiliation = tuple(bare(parse.keys[k]) for k in places)
        self.role = (self.head, *(bare(parse.keys[k]) for k in rest if k not in places and not parse.tags[k].name))


def _of_kin(parse: Parse, first: int, end: int) -> set[int]:
    """The words that name somebody the source is kin, lawyer or near to: "ليلى، شقيقة سامي", "مصادر قريبة من سامي"."""
    others: set[int] = set()
    of = False
    for k in range(first, end):
        if _served(parse, k, first):
            of = True
        kin = parse.keys[k] in _KIN or bare(parse.keys[k]) in _NEAR
        if kin and (parse.tags[k].name is None or parse.source_classes(k) & {"role"}):
            of = True
            others.add(k)
        elif parse.words[k].text in "،,(-–":
            of = False
        elif of:
            others.add(k)
    return others


def _served(parse: Parse, k: int, first: int) -> bool:
    """Whether a name is that of the one somebody serves: "الطبيب السابق لفلان", "مستشار فلان", "مدير حملة فلان"."""
    if k == first or parse.tags[k].name != "person":
        return False
    before, tag = parse.keys[k - 1], parse.tags[k - 1]
    if parse.tags[k].preposition == "ل" and tag.name is None:
        return True
    return not tag.article and (before in _SERVES or (before in _WORKS and "role" in parse.source_classes(first)))


_SERVES = {"مستشار", "مستشاره", "مساعد", "مساعده", "نظير", "سلف", "خلف", "باسم", "متحدث", "متحدثه"}
_WORKS = {"اعمال", "حمله", "مكتب", "فريق", "اداره", "حكومه", "ديوان"}
_KIN = {
    "شقيق", "شقيقه", "والد", "والده", "والدا", "والدي", "نجل", "نجله", "زوج", "زوجه", "ارمله", "خطيب", "خطيبه", "طليقه",
    "محام", "محامي", "محاميه", "محاميا", "محامو", "صديق", "صديقه", "صهر", "حفيد", "حفيده", "اخ", "اخت",
    "اخو", "ابنه", "ابنا", "عم", "خال", "جد", "جده", "جار", "جاره", "اقارب", "عايله", "اسره", "عشيقه",
}  # fmt: skip


_NEAR = {
    "قريب", "قريبه", "قريبون", "قريبين", "مقرب", "مقربه", "مقربون", "مقربين", "مقربو", "محيط", "اوساط", "انصار",
}  # fmt: skip


def _skipped(parse: Parse, k: int, first: int) -> bool:
    """Whether a word tells nothing of who is meant; "علي" may be a preposition or a given name."""
    if parse.keys[k] not in _SKIPPED:
        return False
    return not (first < k < len(parse) - 1 and _given_name(parse, k))


def _given_name(parse: Parse, k: int) -> bool:
    """Whether "علي" is a given name here: written with ي before another name."""
    return parse.words[k].text == "علي" and (parse.tags[k + 1].name == "person" or parse.tags[k + 1].pos == "proper")


def _is_his(parse: Parse, head: int, named: list[int]) -> bool:
    """Whether a phrase names what is a person's and not him: "بيان مكتب فلان", "إدارة فلان", "تهديدات فلان"."""
    tag, classes = parse.tags[head], parse.source_classes(head)
    if named and not tag.article and classes & {"document", "post"}:
        return True
    if not named or tag.name is not None or tag.article or tag.pos != "noun" or classes & {"role", "anonymous"}:
        return False
    if classes & {"organisation", "group", "medium"}:
        return True
    return named[0] == head + 1 and tag.stem.endswith("ات")


def _name(parse: Parse, first: int, span: Span) -> str:
    """The words of a source without the ل written with the first one: "للمصدر" is "المصدر"."""
    name = " ".join(parse.text[span[0] : span[1]].split())
    if parse.tags[first].preposition != "ل":
        handed = name.startswith("ل") and parse.words[first].start == span[0] and known_medium(name[1:]) is not None
        return name[1:] if handed else name  # "وفقا لفرانس برس"
    return f"ال{name[2:]}" if parse.tags[first].article and name.startswith("لل") else name[1:]


@cache
def _countries() -> dict[str, str]:
    """Folded names of countries and nationalities → country code."""
    table = {fold(f): e["country"] for e in entries("ar", "places") if e.get("kind") == "country" for f in e["forms"]}
    for entry in entries("ar", "nationalities"):
        if entry.get("country"):
            for base in (fold(form) for form in entry.get("forms") or [entry["form"]]):
                table.update({base + ending: entry["country"] for ending in ("", "ه", "ون", "ين")})
    return table


def _kind(parse: Parse, telling: list[int], classes: frozenset[str], *, proper: bool) -> SourceKind:
    head = telling[0]
    if proper:
        return "person"
    if classes & {"witness"} or (
        "anonymous" in classes and not (parse.tags[head].article and "role" in classes and len(telling) > 2)
    ):
        return "anonymous"
    if "post" in classes:
        return "post"
    if "document" in classes:
        return "document"
    if "role" in classes:
        return "person"
    if classes & {"organisation", "medium", "group"} or parse.tags[head].name in {"place", "organisation"}:
        return "organisation"
    if parse.tags[head].pos == "noun" and not parse.tags[head].article and parse.tags[head].name is None:
        return "anonymous"
    return "organisation" if parse.tags[head].pos != "proper" else "person"


def _party(telling: list[int], parse: Parse, classes: frozenset[str]) -> str:
    """The country of a party to talks ("الوفد السوري", "السوريون", "سوريا"), "" for anything else."""
    rest = telling[1:] if "group" in classes else telling
    if len(rest) != 1:
        return ""
    return _countries().get(parse.tags[rest[0]].stem, "")


def _together(parse: Parse, head: int, end: int) -> int:
    """Two for names or bodies joined by و ("سامي ونبيل", "تركيا وإيران"), 0 where nothing is joined."""
    tags = parse.tags[head:end]
    if tags and tags[0].name is not None:
        for one, two in pairwise(tags):
            if two.conjunction == "و" and one.name is not None and two.name == one.name:
                return 2
    return 0


_ONE_OF = {"احد", "احدي"}  # "أحد أعضاء الفريق" goes on in the singular
_MANY = {"عديد", "كثير", "عشرات", "مييات", "مايات", "الاف", "معظم", "اغلب", "جميع"}
_ONE = {"امين", "سجين", "قانون"}  # of one, for all their ending


def _number(parse: Parse, head: int) -> int:
    word = parse.keys[head]
    tag = parse.tags[head]
    if "quantity" in parse.source_classes(head) and tag.stem in _MANY:
        return 0
    if word.endswith("ان") and tag.article and source_classes(tag.stem[:-2]) & {"role", "organisation"}:
        return 2  # "الوزيران"
    if tag.name is not None or tag.pos == "proper" or tag.stem in _ONE:
        return 1  # a name may end in ـون or ـين
    if word.endswith(("ان", "ين")) and "anonymous" in parse.source_classes(head) and not word.endswith("يين"):
        return 2 if word.endswith("ان") else 0
    return 0 if word.endswith(("ون", "ين", "ات")) or word == "مصادر" or "plural" in parse.source_classes(head) else 1
