"""Every number a result depends on, each with where it comes from. A dossier's manifest repeats them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Probabilities and thresholds, all in 0..1 unless a field says otherwise."""

    # Independence (DESIGN: "How independence is decided"): components over ties of at least `strong_tie` give n_max,
    # over ties of at least `weak_tie` give n_min.
    strong_tie: float = 0.8
    weak_tie: float = 0.3

    # Origins: probabilities that two roots of one claim are one origin, counted on 201 distinct pairs of the
    # development gold (26 stories, 56 origin cases) with the value set before as a prior: `scripts/calibrate_ties.py`
    # prints counts, estimates and how well they hold, docs/origins.md keeps them. Factors, `tie_family` (never seen
    # there) and `tie_uncredited` are by judgement.
    tie_same_body: float = 0.98  # a body, its office-holders, its spokesmen and its own unnamed sources
    tie_country: float = 0.95  # a country or capital named for one of its bodies
    tie_state_media: float = 0.54  # a state's media and one of that state's bodies
    tie_same_sector: float = 0.71  # two bodies of one sector of one state
    tie_anonymous: float = 0.86  # two unnamed sources whose descriptors agree
    tie_anonymous_named: float = 0.68  # an unnamed source and a named one that its descriptor fits
    tie_vague: float = 0.64  # a source that tells nothing of itself and any other
    tie_bare: float = 0.79  # a source told by its kind only ("the court") and a fuller one of that kind
    tie_partial: float = 0.45  # names that differ and may be one person's or one body's; not enough alone for n_max
    tie_other_number: float = 0.4  # factor: one unnamed source against several, or any against several that agree
    tie_other_relay: float = 0.5  # factor: unnamed sources that spoke to different agencies or papers
    tie_wording_unnamed: float = 0.88  # their statements share wording, and one of them is unnamed
    tie_quotation: float = 0.5  # direct speech of theirs is in much the same words: one person named in two ways
    tie_wording_named: float = 0.51  # their statements share wording, both are named
    tie_quoted_apart: float = 0.2  # factor on ties of vagueness when one article quotes both
    tie_family: float = 0.8  # two outlets of one publisher
    one_account: float = 0.75  # part of an article's sourced statements that makes it one unnamed source's account
    tie_uncredited: float = 0.5  # wording shared without credit and a named root of the same claim
    same_least: float = 0.2  # score under which the statements of two roots are not certain to say the same
    same_stance: float = 0.9  # the same for two stances
    same_alone: float = 0.45  # the same for two statements alone in their claim

    # Copies: winnowing finds every shared run of `copy_window + copy_shingle - 1` words (Schleimer et al. 2003); all
    # counts are words.
    copy_shingle: int = 4
    copy_window: int = 4
    copy_seed: int = 3  # shortest exact run that an alignment is built from
    copy_gap: int = 5  # most words edited between two runs of one passage
    copy_words: int = 8  # fewest equal words of a passage: names with titles reach seven
    copy_telling: int = 5  # fewest of them that are no titles, names, courtesies or links
    copy_density: float = 0.6  # part of a passage's words that are equal
    wording_apart: float = 0.2  # how far apart two statements may stand in their passages, as a part of these
    quotation_alike: float = 0.5  # part of the shorter quotation's different words that two quotations share
    wording_alike: float = 0.7  # part of the longer statement's words that two statements share in order
    event_apart: float = 0.1  # likeness under which groups of articles are said to report different events
    event_words: int = 25  # fewest different words by which an article's event can be told
    copy_cover: float = 0.6  # part of a statement inside a passage from which its wording counts as shared

    # Statements: below this probability a speaker is unsure, shown as such, and no origin. On judged articles, held
    # out, one in twenty-five speakers is then wrong and not called unsure; `scripts/train_confidence.py` prints what
    # other values cost. Below the second a speaker is let go, the words left to the outlet: one in six was right.
    unsure: float = 0.8
    hardly: float = 0.3

    # Claims: how scores (log-odds) of pairs are joined into groups. Tried on the development stories, 48 others and the
    # origin cases together: the F1 of pairs is flat round these, and a true second source is found more often.
    align_shift: float = 1.35  # added to every score: pairs are rarer in training than their worth in F1
    align_best: float = 0.1  # weight of the best pair of two groups beside their average
    align_headline: float = 0.3  # the same between a headline and a group
    align_ceiling: float = 3.0  # no score counts for more
    align_missing: float = -2.5  # what two statements without enough words in common count for
    align_entailed: float = (
        2.2  # score of a link that rests on entailment alone; 0.9 as a probability, set by judgement
    )
    align_denied: float = 0.5  # word overlap from which opposite polarity keeps two statements apart

    # Relations: how far the rest of two statements must agree (weighted share of words) before one slot that differs is
    # a conflict. Set on the development gold for precision first.
    conflict_toll: float = 0.2  # counts of killed, wounded, missing, detained, displaced
    conflict_vague: float = 0.3  # an order of size ("dozens") and a figure
    conflict_load: float = 0.1  # people aboard: a vessel has one number of them
    conflict_number: float = 0.5  # other numbers
    conflict_percent: float = 0.75  # shares, of which one matter has many
    conflict_denial: float = 0.5
    conflict_predicate: float = 0.2  # where one negates the predicate of the other
    conflict_opposite: float = 0.45
    conflict_day: float = 0.5
    conflict_day_only: float = 0.6  # where the two have no predicate in common
    conflict_participant: float = 0.45  # of the words of the sentences outside the participants
    conflict_cause: float = 0.5  # of the words of what happened, outside its causes
    conflict_means: float = 0.5  # killed by one thing and by another
    conflict_call: float = 0.6  # of the words of what a call asks for
    conflict_renewed: float = 0.3  # begun, and resumed or extended
    conflict_fulfilled: float = 0.4  # expected or planned, and done: of who, whom and where beside the act
    conflict_same_people: float = 0.5  # share of the participants' words in common from which they are the same

    # Tracing a sentence: a passage has at most `trace_window` words for each of the sentence's; shares are of the
    # sentence's weighted words that stand in it. Set on one half of the claims of UnifiedFC (Baly et al. 2018).
    trace_window: float = 2.0
    trace_matter: float = 0.46  # share from which a passage is about the sentence
    trace_denied: float = 0.5  # share beside a word of denial, falsehood or doubt that it bears on
    trace_otherwise: float = 0.65  # share of either's words in the other from which one word that differs denies
    trace_support: float = 0.73  # share from which a passage may say the same, among whatever else it says
    trace_mirrored: float = 0.65  # share of a statement's own words that are the sentence's, from which less will do
    trace_own: float = 0.5  # share of the sentence that such a statement must have itself
    trace_same: float = 0.5  # probability from which a passage says the same: likelier than not
    trace_passages: int = 5  # passages of one article, at most, the fullest of them; by judgement

    # A language model as second reader: none is asked unless both address and name are given.
    ask_url: str | None = None
    ask_model: str | None = None
    ask_below: float = 0.8  # confidence in a speaker under which it is asked: one in five of them wrong, by judgement
    ask_trust: float = 0.5  # most confidence in a speaker that it names: how often it is right was not measured
    ask_words: int = 25  # most words of a source: titles with full names reach twenty
    ask_seconds: float = 60.0  # time allowed for one answer, by judgement


DEFAULT = Settings()
