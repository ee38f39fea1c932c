"""Other spellings of a name that somebody searches for, among the names of those who speak in the archive.

"ترامب" is written "ترمب" too, "غوتيريش" also "جوتيريس", and a reader may type "Trump". Which words are names is learned
from the archive: the words of everybody quoted there, offices and countries left out. Whether two words spell one name
is decided as it is for the sources of a story (`languages.ar.spelling.same_name`); across scripts by the learned
likeness (`languages.ar.transliteration`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.store import Session
    from tawatur.store.queries import Alike

_LEAST = 3  # letters of a name that is looked for in other spellings
_MOST, _KEPT = 6, 4096  # spellings for a word; words whose spellings are remembered


class NameWords:
    """The words of names, by their consonants; it grows with the archive and is asked by several threads."""

    def __init__(self) -> None:
        self._by_sound: dict[str, dict[str, str]] = {}  # the consonants: folded words, each as it was first spelt
        self._found: dict[str, Mapping[str, str]] = {}
        self._seen, self._stamp, self._lock = 0, "", Lock()

    def alike(self, session: Session, stamp: str) -> Alike:
        """What gives the other spellings of a word, with their keys, in the archive as it is at this `stamp`."""
        with self._lock:
            if stamp != self._stamp:
                self._grow(session)
                self._stamp = stamp
        return self._others

    def _grow(self, session: Session) -> None:
        from tawatur.languages.ar.naming import FILLERS, is_known
        from tawatur.languages.ar.script import words
        from tawatur.languages.ar.spelling import unarticled
        from tawatur.languages.ar.transliteration import is_arabic, name_words
        from tawatur.store.accounts import persons_since

        self._seen, names = persons_since(session, self._seen)
        for word in {word for name in names for word in name.replace("#", " ").replace("_", " ").split()}:
            for token in words(word):
                folded = unarticled(token.folded)
                read = name_words(token.text)
                if len(folded) < _LEAST or not read or not is_arabic(read[0]):
                    continue
                if is_known(token.folded) or token.folded in FILLERS:
                    continue
                for sound in sounds(folded):
                    self._by_sound.setdefault(sound, {}).setdefault(folded, token.text)
        if names:
            self._found.clear()

    def _others(self, word: str) -> Mapping[str, str]:
        found = self._found.get(word)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[word] = self._spellings(word)
        return found

    def _spellings(self, word: str) -> dict[str, str]:
        from tawatur.languages.ar.spelling import ALIKE, same_name
        from tawatur.languages.ar.transducer import readings, spellings
        from tawatur.languages.ar.transliteration import is_latin, likeness, name_words
        from tawatur.store.words import key_of, keys

        own, read = keys(word), name_words(word)
        if len(own) != 1 or len(read) != 1:
            return {}
        if is_latin(read[0]):
            near = self._near(spellings(read[0], readings("latin")))
            fitting = [(likeness(read[0], folded), folded) for folded in near]
            fitting = [(score, folded) for score, folded in fitting if score >= ALIKE]
        else:
            near = self._near(forms := tuple(form for form in _bare(word) if self._may_be_name(form)))
            fitting = [(likeness(folded, form), folded) for form in forms for folded in near if same_name(form, folded)]
        best = sorted(dict.fromkeys(fitting), key=lambda pair: (-pair[0], pair[1]))
        made: dict[str, str] = {}
        for _, folded in best:
            key = key_of(folded)
            if key and key != own[0] and key not in made.values() and len(made) < _MOST:
                made[near[folded]] = key
        return made

    def _may_be_name(self, folded: str) -> bool:
        """Whether somebody quoted here is called so, or it is at least no usual word of the news."""
        from tawatur.languages.ar.tagging_features import distribution

        return distribution(folded) is None or folded in self._near((folded,))

    def _near(self, forms: Iterable[str]) -> dict[str, str]:
        """The words whose consonants are those of one of these."""
        found: dict[str, str] = {}
        for form in forms:
            for sound in sounds(form):
                found |= self._by_sound.get(sound, {})
        return found


@cache
def _initials() -> str:
    from tawatur.languages.ar.stems import SINGLE_CLITICS

    return SINGLE_CLITICS


def _bare(word: str) -> tuple[str, ...]:
    """A word as a name, folded; also without a clitic of one letter ("لترامب"), which may be its own letter."""
    from tawatur.languages.ar.script import fold
    from tawatur.languages.ar.spelling import unarticled

    folded = unarticled(fold(word))
    cut = folded[1:] if folded[:1] in _initials() and len(folded) > _LEAST + 1 else ""
    return tuple(form for form in (folded, cut) if len(form) >= _LEAST)


def sounds(folded: str) -> tuple[str, ...]:
    """The consonants of a word, by which it is found; "تش" stands for either of two sounds."""
    from tawatur.languages.ar.transliteration import skeleton

    return tuple(dict.fromkeys(skeleton(folded.replace("تش", soft)) for soft in "شج"))
