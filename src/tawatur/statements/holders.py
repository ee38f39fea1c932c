"""The noun phrase that names who says it, and the channel it came through.

A subject after its verb runs from the verb to the complement; where the complement is a bare noun phrase, the subject
ends where a new indefinite noun begins after a definite phrase, for an Arabic noun phrase is definite or not as a whole
(Ryding 2005, chapters 8 and 10). A subject before its verb must be one noun phrase and agree with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.statements.cues import OPENING, opens_content
from tawatur.statements.parsing import Parse

Range = tuple[int, int]  # word indices, the end excluded

_NOMINAL = {"noun", "adjective", "proper", "number", "demonstrative"}
# What may follow a role or an organisation inside its name, by preposition.
_INNER = {"في", "فى", "باسم", "لدي", "علي", "الي", "من", "لشوون", "بشان", "عن", "بلسان"}
# Prepositions of time, place and circumstance that may stand between a verb and its complement.
_ADJUNCT = {
    "في",
    "فى",
    "خلال",
    "مع",
    "بعد",
    "قبل",
    "عقب",
    "اثر",
    "امام",
    "لدي",
    "علي",
    "حول",
    "بشان",
    "عبر",
    "ضمن",
    "اثناء",
    "حيال",
    "تجاه",
}
_WORDS_OF = {"قوله", "قولها", "قولهم", "تاكيده", "تاكيدها", "بالقول"}
_MAX = 26


@dataclass(frozen=True, slots=True)
class Holder:
    """A source phrase as word ranges: the name itself, and the channel (medium, occasion, network) when named."""

    source: Range | None
    via: Range | None


def subject_after(parse: Parse, start: int, stop: int, *, open_end: bool) -> tuple[Holder, int]:
    """The subject and channel between a verb's end and its complement at `stop`.

    With `open_end` the complement is a bare noun phrase: then the returned index says where it begins; otherwise that
    index is `stop`.
    """
    at = _skip(parse, start, stop)
    source = via = None
    if at < stop and _may_begin(parse, at):
        end = phrase_end(parse, at, stop, strict=open_end)
        if end > at:
            source, at = (at, end), end
    elif at + 1 < len(parse) and at < stop and _lone_name(parse, at):
        source, at = (at, at + 1), at + 1
    while at < stop:
        channel = channel_at(parse, at, stop)
        if channel is not None:
            via = via or channel
            at = channel[1]
            continue
        skipped = _skip(parse, at, stop)
        if skipped == at:
            if source is None and via is not None and parse.is_sign(at - 1, "،,") and _may_begin(parse, at):
                end = phrase_end(parse, at, stop, strict=open_end)
                source, at = (at, end), max(end, at + 1)
                continue
            if open_end:
                break
            at += 1
        else:
            at = skipped
    return Holder(source, via), at


def adjuncts_after(parse: Parse, start: int, stop: int) -> tuple[Range | None, int]:
    """The channel among the adjuncts after a verb whose subject is known, and where they end."""
    at, via = _skip(parse, start, stop), None
    while at < stop and (channel := channel_at(parse, at, stop)) is not None:
        via = via or channel
        at = _skip(parse, channel[1], stop)
    return via, at


def _lone_name(parse: Parse, at: int) -> bool:
    """A word the tagger took for a verb where only a name can stand: right between the verb and its complement."""
    tag, following = parse.tags[at], at + 1
    closes = (
        opens_content(parse, following)
        or parse.words[following].text in "،,:"
        or parse.keys[following] in {"الي", "علي"}
    )
    return tag.verb and not tag.conjunction and closes


def antecedent(parse: Parse, relative: int) -> Range | None:
    """The one a relative pronoun stands for, when it names a person or a body: "فلان الذي طالب …"."""
    end = relative
    while end > 0 and parse.is_sign(end - 1, "،,"):
        end -= 1
    for start in range(max(0, end - 12), end):
        if parse.tags[start].verb or not _may_begin(parse, start) or phrase_end(parse, start, end, strict=True) < end:
            continue
        named = any(parse.tags[k].name in {"person", "organisation"} for k in range(start, end))
        if named or parse.source_classes(start) & {"role", "organisation", "anonymous", "witness", "group"}:
            return start, end
    return None


def acting_subject(parse: Parse, cue: int, gender: str) -> Range | None:
    """The subject of an earlier verb of the sentence that a dropped subject goes back to.

    "تقدمت امرأة بشكوى واتهمته …".
    """
    for k in range(min(cue, len(parse))):
        tag = parse.tags[k]
        if not tag.verb or tag.passive or (gender and tag.gender and tag.gender != gender):
            continue
        if any("relative" in parse.grammar[m] for m in range(max(0, k - 3), k)):
            continue
        before = subject_before(parse, 0, k)
        if before is not None and parse.source_classes(before[0]) & {
            "anonymous",
            "witness",
            "role",
            "organisation",
            "group",
        }:
            return before
        at = k + 1
        if at < cue and _may_begin(parse, at):
            end = phrase_end(parse, at, cue, strict=True)
            head = parse.source_classes(at)
            person = any(parse.tags[m].name == "person" for m in range(at, end))
            if end > at and (person or head & {"role", "organisation", "anonymous", "witness", "group"}):
                return at, end
        return None
    return None


def subject_before(parse: Parse, start: int, verb: int) -> Range | None:
    """The subject between `start` and its verb, or None when those words are no single noun phrase."""
    at = start
    while at < verb and (
        parse.keys[at] in {"كان", "كانت", "قد", "لكن", "كما", "ان", "فيما", "بينما"} or parse.is_sign(at, '،,"“«-:')
    ):
        at += 1
    if at >= verb or not _may_begin(parse, at):
        return None
    end = phrase_end(parse, at, verb, strict=False)
    rest = range(end, verb)
    if all(
        parse.keys[k] in {"قد", "كان", "كانت", "ايضا", "بدوره", "بدورها", "نفسه"}
        or parse.words[k].text in '،,)"”»'
        or parse.is_time(k)
        for k in rest
    ):
        return (at, end) if end > at else None
    first = next((k for k in rest if not parse.is_sign(k, "،,")), verb)
    if "relative" in parse.grammar[first] and verb - first < 16:
        return at, end
    return None


def phrase_end(parse: Parse, start: int, stop: int, *, strict: bool) -> int:
    """Where the noun phrase that begins at `start` ends, at most `stop`."""
    at, definite, named = start, False, False
    while at < min(stop, start + _MAX):
        word, tag, key = parse.words[at], parse.tags[at], parse.keys[at]
        if opens_content(parse, at) or word.text in ":.؛" or key in _WORDS_OF or "relative" in parse.grammar[at]:
            break
        if tag.verb and not tag.name:
            if not _name_like_verb(parse, start, at, stop, named=named):
                break
            at, named, definite = at + 2, True, True
            continue
        if word.text in OPENING or word.text == "'":
            close = _closing(parse, at)
            if close is None or close - at > 7:
                break
            at, definite = close + 1, True
            continue
        if word.text == "(":
            close = next((k for k in range(at, min(at + 9, stop)) if parse.words[k].text == ")"), None)
            if close is None:
                break
            at = close + 1
            continue
        if word.text in "،,-–":
            follow = _apposition(parse, at + 1, stop)
            if follow is None or (word.text in "-–" and not tag):
                break
            at = follow
            definite = named = True
            continue
        if word.text in "#_/.":
            at += 1
            continue
        if at > start and parse.is_time(at) and not tag.name and _adverb_of_time(parse, at):
            break
        if at > start and _channel_head(parse, at):
            break
        if key in _INNER or (tag.pos == "preposition" and key in _INNER):
            if at == start or not _takes_inner(parse, start, at, key):
                break
            at += 1
            definite = False
            continue
        if tag.pos == "preposition" or (
            "preposition" in parse.grammar[at] and tag.pos not in {"noun", "proper", "adjective"}
        ):
            break
        if tag.preposition and at > start:
            if (tag.preposition == "ب" and key.startswith("باسم")) or (
                tag.preposition == "ل" and not _audience(parse, at)
            ):
                at += 1
                definite = tag.article
                continue
            if not _joins_office(parse, start, at):
                break
        if tag.pos not in _NOMINAL and not tag.name and not _latin(word.text):
            break
        if strict and definite and not tag.conjunction and _begins_anew(parse, at, stop):
            break
        if tag.conjunction and at > start and not _coordinates(parse, at):
            break
        definite = definite or tag.article or tag.name is not None or tag.pos == "proper"
        named = named or tag.name == "person"
        at += 1
    while at > start and (parse.words[at - 1].text in "،,(-–" or parse.keys[at - 1] in {"قد", "في", "من"}):
        at -= 1
    return at


def channel_at(parse: Parse, at: int, stop: int) -> Range | None:
    """The channel phrase that begins at `at`: "في بيان …", "عبر تويتر", "لوكالة …", "للصحفيين", "خلال مؤتمر صحفي"."""
    if parse.is_sign(at, "،,"):
        at += 1
    if at >= stop or not _channel_head(parse, at):
        return None
    return at, _prepositional_end(parse, at, stop)


def _prepositional_end(parse: Parse, at: int, stop: int) -> int:
    """Where the prepositional phrase that begins at `at` ends, with the phrases and the verb that hang on it."""
    end = at + 1 if parse.tags[at].pos == "preposition" or "preposition" in parse.grammar[at] else at
    end = max(phrase_end(parse, end, stop, strict=True), at + 1) if end < stop else end
    while end < stop and end - at < 22:
        word, tag = parse.words[end], parse.tags[end]
        if (
            word.text in "،,:."
            or opens_content(parse, end)
            or tag.conjunction
            or (_channel_head(parse, end) and end > at + 2)
        ):
            break
        if parse.is_time(end) and not tag.name:
            break
        if tag.pos == "preposition" or tag.preposition or tag.verb or "relative" in parse.grammar[end]:
            end = max(phrase_end(parse, end + (0 if tag.preposition else 1), stop, strict=True), end + 1)
            continue
        break
    return end


def _begins_anew(parse: Parse, at: int, stop: int) -> bool:
    """Whether a noun after a definite phrase begins the next phrase: it is indefinite, or a second noun with ال.

    Nisba adjectives the tagger calls nouns (ـي، ـية) go on with the phrase.
    """
    tag = parse.tags[at]
    if tag.pos not in {"noun", "proper"} and not parse.source_classes(at):
        return False
    if tag.pronoun and tag.pos == "noun":
        return True
    if tag.article:
        return tag.name is None and not tag.stem.endswith(("ي", "يه", "يين", "يون"))
    if tag.name == "place" and tag.begins and parse.tags[at - 1].pos == "adjective":
        return True  # "الجانب السوري | إسرائيل"
    if parse.source_classes(at) & {"organisation", "group"}:
        return True  # "الجامعة العربية | مجلس الأمن": an institution without ال heads a phrase of its own
    return tag.pos == "noun" and tag.name is None and not _apposed_office(parse, at, stop)


def _name_like_verb(parse: Parse, start: int, at: int, stop: int, *, named: bool) -> bool:
    """A given name that reads as a verb (أشرف، ماجد): after an office without a name yet, before another name word."""
    if named or at == start or parse.tags[at].conjunction or at + 1 >= stop:
        return False
    office = any(parse.source_classes(k) & {"role"} for k in range(start, at))
    following = parse.tags[at + 1]
    return (
        office
        and following.pos in {"proper", "noun", "adjective"}
        and not following.preposition
        and not parse.is_time(at + 1)
    )


def _skip(parse: Parse, at: int, stop: int) -> int:
    """Past adverbs of time and place, commas and small words that may stand between a verb and what it takes."""
    while at < stop:
        key, word = parse.keys[at], parse.words[at]
        if (
            word.text in "،,)"
            or (
                key in {"قد", "ايضا", "كذلك", "بدوره", "بدورها", "اول", "من", "جهته", "جهتها"}
                and parse.tags[at].pos != "proper"
            )
        ) or (parse.is_time(at) and not parse.tags[at].name):
            at += 1
        elif key in _ADJUNCT and channel_at(parse, at, stop) is None:
            at = _prepositional_end(parse, at, stop)
        else:
            break
    return at


def _may_begin(parse: Parse, at: int) -> bool:
    tag, word = parse.tags[at], parse.words[at]
    if opens_content(parse, at) or "relative" in parse.grammar[at] or tag.preposition:
        return False
    if word.text in OPENING:
        close = _closing(parse, at)
        return close is not None and close - at <= 6
    if word.text == "#":
        return True
    if parse.is_time(at) and tag.name is None and not parse.source_classes(at):
        return False
    if "preposition" in parse.grammar[at] and tag.pos not in {"noun", "proper"} and tag.name is None:
        return False
    return tag.pos in _NOMINAL or tag.name is not None or _latin(word.text)


def _latin(text: str) -> bool:
    return text[:1].isascii() and text[:1].isalpha()


def _closing(parse: Parse, at: int) -> int | None:
    number = parse.quoted[at]
    if number < 0:
        return None
    end = at
    while end + 1 < len(parse) and parse.quoted[end + 1] == number:
        end += 1
    return end if end > at else None


def _adverb_of_time(parse: Parse, at: int) -> bool:
    """A day or time that follows the name, not a word of it ("صحيفة اليوم", "شهود عيان")."""
    return not (parse.source_classes(at - 1) & {"medium"} and parse.tags[at].article)


def _channel_head(parse: Parse, at: int) -> bool:
    """Whether a channel phrase begins here: a preposition with an occasion, a network or a medium after it."""
    key, tag = parse.keys[at], parse.tags[at]
    if key in {"في", "فى", "عبر", "علي", "خلال", "اثناء", "ضمن", "من"} and at + 1 < len(parse):
        classes = parse.source_classes(at + 1)
        nearby = classes | (parse.source_classes(at + 2) if at + 2 < len(parse) and key != "من" else frozenset())
        if key == "من":
            return False
        return bool(nearby & {"occasion", "post", "network"}) and not parse.tags[at + 1].verb
    if tag.preposition == "ل":
        return _audience(parse, at)
    return False


def _audience(parse: Parse, at: int) -> bool:
    """ل with a medium or reporters: those the speaker spoke to."""
    nearby = range(at, min(at + (4 if parse.tags[at].stem in {"عدد", "بعض", "عده", "احدي"} else 1), len(parse)))
    return any(parse.source_classes(k) & {"audience", "medium"} for k in nearby) or (
        parse.words[at].folded == "ل" and at + 1 < len(parse)
    )


def _takes_inner(parse: Parse, start: int, at: int, key: str) -> bool:
    """Whether the phrase so far may go on with this preposition: "مصدر في", "متحدث باسم", "المبعوث إلى", "شخص من"."""
    head = frozenset().union(*(parse.source_classes(k) for k in range(start, at)))
    if key in {"باسم", "بلسان", "لشوون"}:
        return True
    if at + 1 < len(parse) and (_channel_head(parse, at) or parse.is_time(at + 1) or parse.tags[at + 1].pronoun):
        return False
    if key in {"في", "فى", "لدي"}:
        return bool(head & {"role", "anonymous", "witness", "organisation", "document"})
    if key in {"من", "عن"}:
        return bool(head & {"anonymous", "witness", "group"})
    return bool(head & {"role"})


def _joins_office(parse: Parse, start: int, at: int) -> bool:
    head = parse.source_classes(start)
    return (
        parse.tags[at].preposition == "ب"
        and bool(head & {"role", "anonymous", "organisation"})
        and parse.tags[at].article
    )


def _apposed_office(parse: Parse, at: int, stop: int) -> bool:
    """A second title in one name: "الرئيس العراقي … نائب رئيس الوزراء فلان" with a person's name soon after."""
    return bool(parse.source_classes(at) & {"role"}) and any(
        parse.tags[k].name == "person" for k in range(at + 1, min(at + 6, stop))
    )


def _apposition(parse: Parse, at: int, stop: int) -> int | None:
    """Where to go on after a comma when what follows still names the same source, else None."""
    if at >= stop or not _may_begin(parse, at):
        return None
    tag = parse.tags[at]
    classes = parse.source_classes(at)
    if (
        tag.name == "person"
        or classes & {"role"}
        or (tag.pos == "proper" and tag.name is None and not parse.is_time(at))
    ):
        return at
    return None


def _coordinates(parse: Parse, at: int) -> bool:
    """Whether "و…" adds another name to a plural source rather than opening a clause."""
    tag = parse.tags[at]
    return tag.article or tag.name is not None or bool(parse.source_classes(at)) or tag.pos == "adjective"


def issuer(parse: Parse, source: Range) -> Range | None:
    """Who issued the document or post that a source phrase names ("بيان لوزارة …"), if it says so."""
    head = source[0]
    while head < source[1] - 1 and not parse.words[head].text[0].isalnum():
        head += 1
    if not parse.source_classes(head) & {"document", "post"}:
        return None
    for k in range(head + 1, min(len(parse), source[1] + 6)):
        tag, key = parse.tags[k], parse.keys[k]
        if parse.words[k].text in "،,:.؛" or opens_content(parse, k):
            return None
        begin = k if tag.preposition == "ل" else k + 1 if key in {"عن", "من"} or (tag.verb and _issues(key)) else None
        if begin is None or begin >= len(parse):
            continue
        end = phrase_end(parse, begin, len(parse), strict=True)
        speaks = any(
            parse.source_classes(m) & {"role", "organisation", "group"} or parse.tags[m].name for m in range(begin, end)
        )
        if end > begin and speaks and not parse.source_classes(begin) & {"network", "medium", "audience"}:
            return begin, end
    return None


def _issues(key: str) -> bool:
    return key.startswith(("اصدر", "نشر", "صدر", "وزع", "كتب", "بث"))
