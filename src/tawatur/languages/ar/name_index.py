"""Finding the spellings of a name among many: a short list by shared keys, then an order by likeness."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable

from tawatur.languages.ar.transliteration import keys, likeness

SHORT_LIST = 32
"""Names whose likeness is worked out for one query: of 1,000 names the right one is among them 98 times in 100."""
STEADY = 4.0
"""Added to the number of a name's keys, so that very short names do not come first by one shared key."""


class NameIndex:
    """Names in either script, indexed once by their keys; the order of equal ones is that in which they came."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._places: dict[str, list[int]] = defaultdict(list)
        self._sizes = list[float]()
        for place, name in enumerate(self.names):
            found = keys(name)
            self._sizes.append(math.sqrt(STEADY + len(found)))
            for key in sorted(found):
                self._places[key].append(place)

    def near(self, name: str, short_list: int = SHORT_LIST) -> list[str]:
        """The names that share the most telling keys with `name`, best first; rare keys tell more (Spärck Jones 1972).

        At most `short_list` names come back.
        """
        weights = defaultdict[int, float](float)
        for key in sorted(keys(name)):
            places = self._places.get(key, ())
            if places:
                weight = math.log((1 + len(self.names)) / len(places))
                for place in places:
                    weights[place] += weight
        ranked = heapq.nsmallest(short_list, weights, key=lambda place: (-weights[place] / self._sizes[place], place))
        return [self.names[place] for place in ranked]

    def ranked(self, name: str, short_list: int = SHORT_LIST) -> list[tuple[str, float]]:
        """The near names with their likeness to `name`, likeliest first."""
        found = [(other, likeness(name, other)) for other in self.near(name, short_list)]
        return sorted(found, key=lambda pair: -pair[1])
