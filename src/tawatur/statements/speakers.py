"""The speakers of one article: who a source phrase names, and who goes on speaking when none is named.

A phrase joins a speaker named before when it can only be the same: a surname, an office with ال, "المصدر نفسه",
"البيان". A dropped subject is the last speaker whose gender its verb allows (Arabic verbs agree in gender before
their subject).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.languages.ar.vocabulary import source_classes
from tawatur.model import UNSPECIFIED, SourceKind, Speaker
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range
from tawatur.statements.source_phrase import SourcePhrase
from tawatur.statements.topics import styled, topic

_UNNAMED = ("مصدر غير محدد", "غير مسمى", "بلا مصدر")


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
        self._paragraph = 0
        self._clock = 0

    def goes_past(self, parse: Parse) -> None:
        """Let a sentence be read."""
        self.read.append(parse)
        self._paragraph += parse.sentence.opens_paragraph

    def named(
        self, parse: Parse, source: Range, gender: str = "", *, spoke_by_statement: bool = False, aside: bool = False
    ) -> Voice:
        """The speaker a source phrase names, an old one or a new.

        A medium named `aside` ("بحسب رويترز") does not go on, nor does a text ("بحسب بيانات").
        """
        phrase = SourcePhrase(parse, source)
        if phrase.honorific and not any(v.kind == "person" for v in self.voices):
            about = styled(self.read, phrase.head) or topic(self.read, gender, "")  # "وقال سموه"
            phrase = SourcePhrase(*about) if about is not None else phrase
        voice = self._known(phrase) or self._new(phrase)
        voice.gender = voice.gender or gender
        voice.of_delegation |= phrase.of_delegation
        voice.issued = voice.issued or spoke_by_statement
        stays = voice.key.startswith(("agency:", "outlet:")) or phrase.passes_on or phrase.is_text
        if not phrase.counted and not (aside and stays):
            self._speaks(voice)
        return voice

    def named_relay(self, parse: Parse, relay: Range) -> str:
        """The key of the medium that a relay phrase names; it does not become the one who speaks."""
        phrase = SourcePhrase(parse, relay)
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
            if self._paragraph - voice.heard > APART:
                continue  # whoever has been silent that long is named again
            if gender and voice.gender and voice.gender != gender:
                continue
            if number in {"d", "p"} and voice.number == 1 and voice.kind in {"person", "organisation"}:
                continue  # "وقالا", "وأوضحوا": more than one
            if number == "s" and voice.number != 1 and (gender == "m" or not voice.gender):
                continue  # several people do not go on in the singular; things do, in the feminine
            if voice.kind == "person" and number:
                voice.gender = voice.gender or gender
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
        voice.heard = self._paragraph

    def _known(self, phrase: SourcePhrase) -> Voice | None:
        if phrase.medium is not None:
            return next((v for v in self.voices if v.key == phrase.medium), None)
        recent = sorted(self.voices, key=lambda v: -v.at)
        if phrase.back:
            found = next((v for v in recent if phrase.head in v.heads), None)
            if found is None and phrase.head in {"مصدر", "مسوول", "متحدث"}:
                found = next((v for v in recent if v.at and (v.kind in {"anonymous", "person"} or _is_read(v))), None)
            if found is None and phrase.head == "بيان":
                found = next((v for v in recent if v.issued), None) or next(
                    (v for v in recent if v.kind == "organisation"), None
                )
            if found is not None:
                found.names.append(phrase.name)
                if phrase.head == "بيان":
                    found.gender = ""  # "وأضاف البيان" of a ministry: either gender goes on
                return found
        if phrase.honorific:  # "وقال سموه": the person who was last named
            found = next((v for v in recent if v.kind == "person"), None)
            if found is not None:
                found.names.append(phrase.name)
                return found
        for voice in recent:
            if voice.key.startswith(("agency:", "outlet:")) or voice.key == UNSPECIFIED:
                continue
            if _names(phrase, voice):
                voice.names.append(phrase.name)
                voice.tokens.append(phrase.tokens)
                voice.heads.append(phrase.head)
                voice.proper |= phrase.proper
                if phrase.proper and voice.kind != "person":
                    voice.kind = phrase.kind
                return voice
        return None

    def _new(self, phrase: SourcePhrase) -> Voice:
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


def _is_read(voice: Voice) -> bool:
    """Whether a speaker is a medium: "المصدر" after a newspaper's report is that newspaper."""
    return voice.key.startswith(("agency:", "outlet:")) or "medium" in source_classes(voice.heads[-1])


def _names(phrase: SourcePhrase, voice: Voice) -> bool:
    """Whether a phrase can only mean that speaker."""
    if phrase.party and phrase.party == voice.party:
        return True
    if phrase.proper and voice.proper:
        return phrase.proper <= voice.proper or voice.proper <= phrase.proper
    if phrase.tokens <= voice.proper:
        return True
    for tokens, head in zip(voice.tokens, voice.heads, strict=True):
        if phrase.tokens == tokens:
            return True
        if voice.kind == "anonymous" and voice.in_title and phrase.head == head and tokens <= phrase.tokens:
            return True  # the headline's "مصدر سوري" is told in full below
        if voice.kind == "anonymous" and not phrase.definite:
            continue
        if phrase.head == head and (
            phrase.tokens <= tokens or (tokens <= phrase.tokens and len(tokens) > 1 and voice.kind != "anonymous")
        ):
            return True
    if voice.kind in {"person", "organisation"} and not phrase.proper and phrase.tokens and phrase.kind == voice.kind:
        whole = frozenset().union(*voice.tokens)
        return len(phrase.tokens) > 1 and phrase.tokens <= whole and phrase.head in voice.heads
    return False
