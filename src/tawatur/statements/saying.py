"""Between a verb and the words it reports: the "saying" that opens them, and the verb's own object.

"هاجم الوزير خصومه قائلا: …" has its cue in "saying"; in "ختم الوزير كلمته" the speech is what he ended, not who spoke.
"""

from __future__ import annotations

from tawatur.languages.ar.cues import CueForm
from tawatur.statements.complements import SAYING, readings
from tawatur.statements.cue_phrases import Cue
from tawatur.statements.nominals import his_talk
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range


def saying_at(parse: Parse, cue: Cue, form: CueForm) -> int | None:
    """ "هاجم الوزير خصومه قائلا: …", "نشر تغريدة قال فيها: …": what opens the words behind a verb that does more."""
    if cue.complement not in {"that", "speech"} or form.shape == "participle":
        return None
    for k in range(cue.opener - 1, cue.end - 1, -1):
        if parse.keys[k] in SAYING and form.verb.lemma not in _TELLING:
            return k
        if (
            k > cue.end
            and parse.keys[k] in _IN_IT
            and any(f.shape in {"past", "present"} for f in readings(parse, k - 1))
        ):
            return k - 1
    return None


_IN_IT = {"فيه", "فيها", "خلاله", "خلالها"}
_TELLING = {"قال", "أضاف", "تابع", "أردف", "استطرد", "غرد", "كتب", "واصل", "أكمل", "زاد", "صرح", "نقل"}


def before_its_noun(parse: Parse, source: Range, needed: frozenset[str]) -> Range | None:
    """A source phrase without the noun that the verb needs, or what was said or written: "ختم الوزير كلمته"."""
    first = source[0]
    end = next((k for k in range(*source) if parse.keys[k] in needed or _its_text(parse, k, first)), source[1])
    return (source[0], end) if end > source[0] else None


def _its_text(parse: Parse, k: int, first: int) -> bool:
    """ "حديثه", or a text without ال behind a name or a noun with it: the verb's object ("نشر الوزير تغريدة")."""
    if his_talk(parse, k):
        return True
    tag, before = parse.tags[k], parse.tags[k - 1]
    if k == first or tag.article or tag.pronoun or tag.name or not parse.source_classes(k) & {"document", "post"}:
        return False
    return before.article or before.name == "person"
