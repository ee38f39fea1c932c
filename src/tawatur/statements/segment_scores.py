"""How well every label fits every word of some sentences, by the model that cuts sentences into propositions.

What a form adds to itself and to its neighbours is summed once, from its marks, and so is what its place in a sentence
adds, and what two neighbours add; a sentence only adds up rows of numbers. The features are those of
`segment_features`, which the model is trained with.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from tawatur.languages.growing import Growing
from tawatur.languages.sequences import Weights
from tawatur.statements.segment_features import OFFSETS, Form, Shown, after, before, beside, both, since

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# How many different forms are known at once; then all are forgotten and met again.
KEPT = 65536
_MARGIN = max(OFFSETS)


class SegmentScorer:
    """Scores by one model."""

    def __init__(self, model: Weights) -> None:
        self.model = model
        self._forget()

    def labels(self, sentences: Sequence[Sequence[Shown]]) -> list[str]:
        """The best label of every word of all the sentences in turn."""
        (labels,) = self.model.decode(self._scores(sentences), list(map(len, sentences)))
        return labels

    def _scores(self, sentences: Sequence[Sequence[Shown]]) -> Floats:
        import numpy as np

        if len(self._forms) > KEPT:
            self._forget()
        form: list[int] = [0] * _MARGIN
        around: list[int] = [0] * _MARGIN
        pair: list[int] = [0] * _MARGIN
        inside: list[int] = []
        alone: list[int] = []
        role: list[int] = []
        for sentence in sentences:
            left: Shown | None = None
            inside += range(len(form), len(form) + len(sentence))
            for word in sentence:
                its, part, place, before_it = word
                form.append(self._forms.get(its) or self._form(its))
                around.append(self._arounds.get(place) or self._around(place))
                role.append(self._roles.get((part, its.word)) or self._role(part, its.word))
                alone.append(self._sinces.get(before_it) or self._since(before_it))
                pair.append(self._pair(left, word) if left is not None else 0)
                left = word
            form += [0] * _MARGIN
            around += [0] * _MARGIN
            pair += [0] * _MARGIN
        self._settle()
        here = np.array(inside, dtype=np.int64)
        at, by, two = np.array(form), np.array(around), np.array(pair)
        forms, places, pairs = self._form_rows.rows, self._around_rows.rows, self._pair_rows.rows
        scores: Floats = forms[at[here], 0] + places[by[here], 0] + pairs[two[here], 0] + pairs[two[here + 1], 1]
        scores += self._role_rows.rows[np.array(role, dtype=np.int64)]
        scores += self._since_rows.rows[np.array(alone, dtype=np.int64)]
        for column, offset in enumerate(OFFSETS, 1):
            scores += forms[at[here + offset], column]
        for column, offset in enumerate(_NEXT, 1):
            scores += places[by[here + offset], column]
        return scores

    def _forget(self) -> None:
        import numpy as np

        # Number 0 of each is nothing, or the edge of a sentence.
        width = self.model.width
        self._forms: dict[Form, int] = {_NO_FORM: 0}
        self._arounds: dict[tuple[str, ...], int] = {(): 0}
        self._roles: dict[tuple[str, str], int] = {("", ""): 0}
        self._sinces: dict[str, int] = {"": 0}
        self._pairs: dict[tuple[str, str, str, str], int] = {("", "", "", ""): 0}
        self._marks: dict[str, int] = {}
        self._new_marks: list[list[str]] = []
        self._new_forms: list[list[int]] = [[self._mark("edge")]]
        self._new_arounds: list[list[str]] = [[], [], []]
        self._new_roles: list[list[str]] = [[]]
        self._new_sinces: list[list[str]] = [[]]
        self._new_pairs: list[list[str]] = [[], []]
        self._mark_rows = Growing((1 + len(OFFSETS), width), np.float64)
        self._form_rows = Growing((1 + len(OFFSETS), width), np.float64)
        self._around_rows = Growing((1 + len(_NEXT), width), np.float64)
        self._role_rows = Growing((width,), np.float64)
        self._since_rows = Growing((width,), np.float64)
        self._pair_rows = Growing((2, width), np.float64)

    def _form(self, form: Form) -> int:
        self._new_forms.append([self._marks.get(mark) or self._mark(mark) for mark in ("b", *form.marks)])
        return self._forms.setdefault(form, len(self._forms))

    def _mark(self, mark: str) -> int:
        own = [mark] if mark != "edge" else []
        self._new_marks += [own, *(beside(mark, offset) for offset in OFFSETS)]
        return self._marks.setdefault(mark, len(self._marks))

    def _around(self, marks: tuple[str, ...]) -> int:
        self._new_arounds += [list(marks), *([f for m in marks for f in beside(m, offset)] for offset in _NEXT)]
        return self._arounds.setdefault(marks, len(self._arounds))

    def _role(self, role: str, word: str) -> int:
        self._new_roles.append([both(role, word)])
        return self._roles.setdefault((role, word), len(self._roles))

    def _since(self, told: str) -> int:
        self._new_sinces.append([since(told)])
        return self._sinces.setdefault(told, len(self._sinces))

    def _pair(self, left: Shown, right: Shown) -> int:
        key = (left.form.pos, left.role, right.form.pos, right.role)
        number = self._pairs.get(key)
        if number is None:
            number = self._pairs[key] = len(self._pairs)
            self._new_pairs += [after(left, right), before(left, right)]
        return number

    def _settle(self) -> None:
        """Sum the weights of what is new."""
        import numpy as np

        for new, rows in (
            (self._new_marks, self._mark_rows),
            (self._new_arounds, self._around_rows),
            (self._new_roles, self._role_rows),
            (self._new_sinces, self._since_rows),
            (self._new_pairs, self._pair_rows),
        ):
            if new:
                rows.add(self.model.total(new).reshape(-1, *rows.rows.shape[1:]))
                new.clear()
        if self._new_forms:
            starts = np.cumsum([0, *map(len, self._new_forms[:-1])])
            marks = self._mark_rows.rows[list(chain.from_iterable(self._new_forms))]
            self._form_rows.add(np.add.reduceat(marks, starts))
            self._new_forms.clear()


_NEXT = (-1, 1)
_NO_FORM = Form((), "", "")
