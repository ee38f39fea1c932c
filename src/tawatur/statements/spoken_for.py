"""Who speaks where somebody else hands it on: "نقلت الوكالة عن الوزير", "أعلن النادي على لسان مديره"."""

from __future__ import annotations

from tawatur.statements.channels import skip_adjuncts
from tawatur.statements.cue_phrases import Cue
from tawatur.statements.holders import Holder, subject_after
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range, phrase_end


def relayed(parse: Parse, cue: Cue) -> tuple[Range | None, Holder]:
    """(relay, holder) of "نقلت وكالة كذا عن المتحدث … أن": the relay is the subject, the source stands after عن."""
    about = next((k for k in range(cue.end, cue.opener) if parse.keys[k] in _FROM or _tongue(parse, k)), None)
    if about is None:
        holder, _ = subject_after(parse, cue.end, cue.opener, open_end=False)
        if any(parse.keys[k] in TO_HIM for k in range(cue.end, cue.opener)):
            return holder.source, Holder(None, holder.source)  # "ونسبت الوكالة له القول إن"
        return None, holder
    relay, _ = subject_after(parse, cue.end, about - _tongue(parse, about), open_end=False)
    end = phrase_end(parse, about + 1, cue.opener, strict=False)
    source = (about + 1, end) if end > about + 1 else None
    return relay.source, Holder(source, relay.source or relay.via)


TO_HIM = {"له": "m", "لها": "f", "لهم": "m", "عنه": "m", "عنها": "f", "عنهم": "m"}
_FROM = {"عن", "الي"}  # "نقلت عن", "نسبت إلى"


def _tongue(parse: Parse, k: int) -> bool:
    """Whether word `k` is the noun of "على لسان": the one after it speaks for the one before."""
    return parse.keys[k] == "لسان" and parse.keys[k - 1] == "علي"


def spoken_for(parse: Parse, cue: Cue, holder: Holder, content: int) -> tuple[Holder, int]:
    """ "أعلن النادي على لسان مديره": the speaker after لسان, and where the content begins then."""
    stop = len(parse) if cue.complement == "object" else cue.opener
    tongue = next((k for k in range(cue.end + 1, min(stop, cue.end + 12)) if _tongue(parse, k)), None)
    if tongue is None or tongue + 1 >= stop:
        return holder, content
    end = phrase_end(parse, tongue + 1, stop, strict=cue.complement == "object")
    if end <= tongue + 1:
        return holder, content
    return Holder((tongue + 1, end), holder.via), max(content, skip_adjuncts(parse, end, len(parse)))
