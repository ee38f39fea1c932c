"""Kernels: plain functions over arrays, which Numba compiles where there is enough work for that to pay.

A kernel gives the same results plain and compiled: sums are in integers, or in floats of one fixed order, and whatever
is not exactly defined by IEEE 754 (logarithms, powers) is worked out from what is (`arithmetic`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

_PARTS: list[Callable[..., Any]] = []
_MADE: dict[Callable[..., Any], Callable[..., Any]] = {}


def part(function: F) -> F:
    """Mark a function that kernels call; it stays a plain function for everybody else."""
    _PARTS.append(function)
    return function


def at_hand(kernel: Callable[..., Any]) -> Callable[..., Any]:
    """A kernel compiled if this process has it so already, else as it is."""
    return _MADE.get(kernel, kernel)


def compiled(kernel: Callable[..., Any]) -> Callable[..., Any]:
    """A kernel compiled, from the cache on disk where an earlier run left it, else at its first call.

    The cache lies beside the package or in the user's cache folder; where neither can be written, each process
    compiles for itself.
    """
    if kernel in _MADE:
        return _MADE[kernel]
    from numba import njit
    from numba.extending import register_jitable

    while _PARTS:
        register_jitable(_PARTS.pop(0))
    try:
        made = njit(cache=True)(kernel)
    except RuntimeError:  # no folder can be written
        made = njit(kernel)
    return _MADE.setdefault(kernel, made)
