"""Logarithms and powers that come out the same, to the last bit, on every machine and in every library.

IEEE 754 defines sums, products and quotients exactly, logarithms and powers not; these use nothing else.
"""

from __future__ import annotations

import math

from tawatur.grouping.compiled import part

LN2 = 0.6931471805599453
_HALF_ROOT = 0.7071067811865476
_FURTHEST = 700.0  # beyond it no chance changes in any digit that is kept
_ODD = tuple(1.0 / odd for odd in range(21, 0, -2))
_FACTORIALS = tuple(1.0 / math.factorial(n) for n in range(14, -1, -1))


@part
def log2(x: float) -> float:
    """The binary logarithm of a number above 0, by the series of the inverse hyperbolic tangent."""
    mantissa, exponent = math.frexp(x)
    if mantissa < _HALF_ROOT:
        mantissa, exponent = mantissa * 2.0, exponent - 1
    t = (mantissa - 1.0) / (mantissa + 1.0)
    square, sum_ = t * t, 0.0
    for coefficient in _ODD:
        sum_ = sum_ * square + coefficient
    return exponent + 2.0 * t * sum_ / LN2


@part
def exp(x: float) -> float:
    """e to the power of x, by the series of the part that is left when powers of two are taken off."""
    x = max(-_FURTHEST, min(_FURTHEST, x))
    twos = math.floor(x / LN2 + 0.5)
    rest, sum_ = x - twos * LN2, 0.0
    for coefficient in _FACTORIALS:
        sum_ = sum_ * rest + coefficient
    return math.ldexp(sum_, int(twos))
