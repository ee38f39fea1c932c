"""Shared wording in any number of articles at once: words as integers, a sorted join of prints, seed and extend.

`settings` → `forms` → `words` → `prints` → `runs`, `verbatim` → `passages` → `aligned` → `naming` → `finding`. Those
that hold kernels (`forms`, `prints`, `runs`, `verbatim`, `passages`) load numba, so they are imported when they run.
"""
