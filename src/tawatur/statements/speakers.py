"""The speakers of one article: who a source phrase names, and who goes on speaking when none is named.

A phrase joins a speaker named before when it can only be the same: a surname, an office with ال, "المصدر نفسه",
"البيان". A dropped subject is the last speaker whose gender its verb allows (Arabic verbs agree in gender before
their subject).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from tawatur.languages.ar.script import bare, fold
from tawatur.languages.lexicons import entries
from tawatur.languages.media import known_medium
from tawatur.model import UNSPECIFIED, SourceKind, Span, Speaker
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range
from tawatur.statements.topics import styled, topic

_UNNAMED = ("مصدر غير محدد", "غير مسمى", "بلا مصدر")
_BACK = {"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "المذكور", "الاخير", "الاخيره"}
_SKIPPED = {"من", "في", "فى", "عن", "علي", "الي", "باسم", "ل", "و", "قد", "احد", "احدي", "بعض", "عده"}


@dataclass(slots=True)
class Voice:
    """A speaker in the making: its mentions, and what they tell; `gender` is that of verbs it was subject of."""

    key: str
    kind: SourceKind
    names: list[str]
    tokens: list[frozenset[str]]
    heads: list[str]
    proper: frozenset[str]
    gender: str = ""
    affiliation: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    number: int = 1
    relays: list[str] = field(default_factory=list)
    party: str = ""  # the country whose delegation, side or people this is
    of_delegation: bool = False  # named as a delegation or side at talks
    has_channel: bool = False  # spoke by a statement, an interview, a post of its own
    tells_of_meeting: bool = False
    in_title: bool = False
    issued: bool = False  # spoke by a statement: "البيان" may mean this speaker
    at: int = 0
    heard: int = 0  # the paragraph in which it spoke last

    def frozen(self) -> Speaker:
        """The record of this speaker, its fullest name first."""
        names = sorted(dict.fromkeys(self.names), key=lambda n: (-_fullness(n), self.names.index(n)))
        return Speaker(self.key, self.kind, tuple(names), self.affiliation, self.role, self.number)


def _fullness(name: str) -> int:
    return len(name) if len(name) <= 90 else 0


APART = 2
"""How many paragraphs further on a dropped subject can still be the last speaker."""


class Cast:
    """The speakers of an article as the reading goes on, the last one who spoke last."""

    def __init__(self, outlet: str) -> None:
        self.outlet = f"outlet:{outlet}"
        self.voices: list[Voice] = []
        self.read: list[Parse] = []  # the sentences so far
        self._clock = 0

    def named(
        self, parse: Parse, source: Range, gender: str = "", *, spoke_by_statement: bool = False, aside: bool = False
    ) -> Voice:
        """The speaker a source phrase names, an old one or a new.

        A medium named `aside` ("بحسب رويترز") does not go on.
        """
        phrase = _Phrase(parse, source)
        if phrase.honorific and not any(v.kind == "person" for v in self.voices):
            about = styled(self.read, phrase.head) or topic(self.read, gender, "")  # "وقال سموه"
            phrase = _Phrase(*about) if about is not None else phrase
        voice = self._known(phrase) or self._new(phrase)
        voice.gender = voice.gender or gender
        voice.of_delegation |= phrase.of_delegation
        voice.issued = voice.issued or spoke_by_statement
        if not (aside and (voice.key.startswith(("agency:", "outlet:")) or phrase.passes_on)):
            self._speaks(voice)
        return voice

    def named_relay(self, parse: Parse, relay: Range) -> str:
        """The key of the medium that a relay phrase names; it does not become the one who speaks."""
        phrase = _Phrase(parse, relay)
        voice = self._known(phrase) or self._new(phrase)
        return voice.key

    def unspecified(self) -> Voice:
        """The speaker of reports that name none ("من المتوقع أن")."""
        for voice in self.voices:
            if voice.key == UNSPECIFIED:
                return voice
        voice = Voice(UNSPECIFIED, "anonymous", list(_UNNAMED), [frozenset()], [""], frozenset(), number=0)
        self.voices.append(voice)
        return voice

    def dropped(self, gender: str, number: str = "") -> Voice | None:
        """The last speaker that a verb of this gender and number can have as its dropped subject."""
        speaking = sorted((v for v in self.voices if v.at), key=lambda v: -v.at)
        for voice in speaking[:8]:
            if self._paragraph() - voice.heard > APART:
                continue  # whoever has been silent that long is named again
            if gender and voice.gender and voice.gender != gender:
                continue
            if number in {"d", "p"} and voice.number == 1 and voice.kind == "person":
                continue  # "وقالا", "وأوضحوا": more than one
            if number == "s" and voice.number != 1 and (gender == "m" or not voice.gender):
                continue  # several people do not go on in the singular; things do, in the feminine
            self._speaks(voice)
            return voice
        return None

    def has_spoken(self) -> bool:
        """Whether somebody spoke who can go on."""
        return any(v.at for v in self.voices)

    def goes_on(self, voice: Voice) -> None:
        """Let a speaker be the last one who spoke, though others were quoted since."""
        self._speaks(voice)

    def speakers(self) -> tuple[Speaker, ...]:
        """All speakers in order of first mention."""
        return tuple(voice.frozen() for voice in self.voices)

    def _speaks(self, voice: Voice) -> None:
        self._clock += 1
        voice.at = self._clock
        voice.heard = self._paragraph()

    def _paragraph(self) -> int:
        return sum(parse.sentence.opens_paragraph for parse in self.read)

    def _known(self, phrase: _Phrase) -> Voice | None:
        if phrase.medium is not None:
            return next((v for v in self.voices if v.key == phrase.medium), None)
        recent = sorted(self.voices, key=lambda v: -v.at)
        if phrase.back:
            found = next((v for v in recent if phrase.head in v.heads), None)
            if found is None and phrase.head in {"مصدر", "مسوول", "متحدث"}:
                found = next((v for v in recent if v.kind in {"anonymous", "person"} and v.at), None)
            if found is None and phrase.head == "بيان":
                found = next((v for v in recent if v.issued), None) or next(
                    (v for v in recent if v.kind == "organisation"), None
                )
            if found is not None:
                found.names.append(phrase.name)
                return found
        if phrase.honorific:  # "وقال سموه": the person who was last named
            found = next((v for v in recent if v.kind == "person"), None)
            if found is not None:
                found.names.append(phrase.name)
                return found
        for voice in recent:
            if voice.key.startswith(("agency:", "outlet:")) or voice.key == UNSPECIFIED:
                continue
            if phrase.names_same_as(voice):
                voice.names.append(phrase.name)
                voice.tokens.append(phrase.tokens)
                voice.heads.append(phrase.head)
                voice.proper |= phrase.proper
                if phrase.proper and voice.kind != "person":
                    voice.kind = phrase.kind
                return voice
        return None

    def _new(self, phrase: _Phrase) -> Voice:
        key = phrase.medium or f"s{sum(v.key.startswith('s') and v.key != UNSPECIFIED for v in self.voices) + 1}"
        kind = phrase.kind if phrase.medium is None else ("agency" if phrase.medium.startswith("agency:") else "outlet")
        voice = Voice(
            key, kind, [phrase.name], [phrase.tokens], [phrase.head], phrase.proper,
            party=phrase.party,
            in_title=phrase.in_title,
            affiliation=phrase.affiliation, role=phrase.role, number=phrase.number,
        )  # fmt: skip
        self.voices.append(voice)
        return voice


class _Phrase:
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
        self.head = parse.tags[head].stem if parse.tags[head].article else bare(parse.keys[head])
        self.tokens = frozenset(bare(parse.keys[k]) for k in telling)
        classes = parse.source_classes(head)
        named = [k for k in telling if parse.tags[k].name == "person" or parse.keys[k] == "علي"]
        self.proper = frozenset() if _is_his(parse, head, named) else frozenset(bare(parse.keys[k]) for k in named)
        self.definite = parse.tags[head].article
        self.back = ("back" in classes and (len(telling) == 1 or parse.keys[telling[-1]] in _BACK)) or bool(
            self.definite and len(telling) == 2 and parse.keys[telling[1]] in _BACK
        )
        self.honorific = "honorific" in classes and len(telling) == 1
        self.medium = known_medium(self.name) if len(telling) <= 6 else None
        self.passes_on = "medium" in classes
        self.kind = _kind(parse, telling, classes, proper=bool(self.proper))
        self.number = _number(parse, head)
        self.in_title = parse.sentence.title
        self.of_delegation = "group" in classes
        self.party = _party(telling, parse, classes)
        rest = [k for k in telling[1:] if parse.tags[k].pos in {"adjective", "noun", "proper"}]
        places = [
            k for k in rest if parse.tags[k].name in {"place", "organisation"} or parse.keys[k].endswith(("ي", "يه"))
        ]
        self.affiliation = tuple(bare(parse.keys[k]) for k in places)
        self.role = (self.head, *(bare(parse.keys[k]) for k in rest if k not in places and not parse.tags[k].name))

    def names_same_as(self, voice: Voice) -> bool:
        """Whether this phrase can only mean that speaker."""
        if self.party and self.party == voice.party:
            return True
        if self.proper and voice.proper:
            return self.proper <= voice.proper or voice.proper <= self.proper
        if self.tokens <= voice.proper:
            return True
        for tokens, head in zip(voice.tokens, voice.heads, strict=True):
            if self.tokens == tokens:
                return True
            if voice.kind == "anonymous" and voice.in_title and self.head == head and tokens <= self.tokens:
                return True  # the headline's "مصدر سوري" is told in full below
            if voice.kind == "anonymous" and not self.definite:
                continue
            if self.head == head and (
                self.tokens <= tokens or (tokens <= self.tokens and len(tokens) > 1 and voice.kind != "anonymous")
            ):
                return True
        if voice.kind in {"person", "organisation"} and not self.proper and self.tokens and self.kind == voice.kind:
            whole = frozenset().union(*voice.tokens)
            return len(self.tokens) > 1 and self.tokens <= whole and self.head in voice.heads
        return False


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
        return name
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


def _number(parse: Parse, head: int) -> int:
    word = parse.keys[head]
    if parse.tags[head].name is not None or parse.tags[head].pos == "proper":
        return 1  # a name may end in ـون or ـين
    if word.endswith(("ان", "ين")) and "anonymous" in parse.source_classes(head) and not word.endswith("يين"):
        return 2 if word.endswith("ان") else 0
    return 0 if word.endswith(("ون", "ين", "ات")) or word == "مصادر" or "plural" in parse.source_classes(head) else 1
