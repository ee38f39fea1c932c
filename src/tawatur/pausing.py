"""The search for cyclic garbage put off while a piece of work is done that makes none.

Reading an article makes many thousand records, none of which refers back to what holds it, so counting references
frees them all. Python would still look through them, and through every word list in memory, again and again.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage_search() -> Iterator[None]:
    """Put the search off, and leave it as it was found; it is one switch for all threads of the process.

    What was made meanwhile then counts as old, so that it is looked through with all the rest and not at once.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            if not gc.get_freeze_count():  # else somebody else keeps records there, which thawing would give back
                gc.freeze()
                gc.unfreeze()
            gc.enable()
