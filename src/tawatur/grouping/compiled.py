"""Kernels: plain functions over arrays, which Numba compiles where there is enough work for that to pay.

A kernel gives the same results plain and compiled: sums are in integers, or in floats of one fixed order, and whatever
is not exactly defined by IEEE 754 (logarithms, powers) is worked out from what is (`arithmetic`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])

_PARTS: list[Callable[..., Any]] = []


def part(function: F) -> F:
    """Mark a function that kernels call; it stays a plain function for everybody else."""
    _PARTS.append(function)
    return function


@cache
def compiled(kernel: Callable[..., Any]) -> Callable[..., Any]:
    """A kernel compiled, from the cache on disk where an earlier run left it, else at its first call.

    The cache lies beside the package or in the user's cache folder; where neither can be written, each process
    compiles for itself.
    """
    from numba import njit
    from numba.extending import register_jitable

    while _PARTS:
        register_jitable(_PARTS.pop(0))
    try:
        made = njit(cache=True)(kernel)
    except RuntimeError:  # no folder can be written
        made = njit(kernel)
    return cast("Callable[..., Any]", made)
