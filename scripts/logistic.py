"""Logistic regression with a ridge, fitted by Newton's method (Hastie, Tibshirani and Friedman 2009, chapter 4.4)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STEPS, CLOSE = 50, 1e-8


def logistic(features: Array, labels: Array, ridge: float) -> Array:
    """The bias and the weights of least penalised loss for rows of features and labels 0 or 1; the bias is free."""
    rows = np.c_[np.ones(len(features)), features]
    penalty = np.diag([1e-6] + [ridge] * features.shape[1])
    weights: Array = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (labels - chance) - penalty @ weights
        step = np.linalg.solve((rows * (chance * (1 - chance))[:, None]).T @ rows + penalty, slope)
        weights += step
        if np.abs(step).max() < CLOSE:
            break
    return weights
