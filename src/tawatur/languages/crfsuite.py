"""The model files of CRFsuite (Okazaki 2007), read into arrays.

A file (CRFsuite 0.12, crf1d_model.c and cqdb.c) has a header with the places of its parts, weights of 20 bytes, and two
quark tables, which hold the strings of labels and of features in the order of their numbers.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HEADER = struct.Struct("<4sI4sI8I")
_PART, _TABLE, _RECORD = struct.Struct("<4sII"), struct.Struct("<4s5I"), struct.Struct("<II")


def read_model(path: Path) -> tuple[tuple[str, ...], list[str], NDArray[np.void]]:
    """Labels and features in order of their numbers, and the weights of states (kind 0) and steps (kind 1).

    A weight has the fields `kind`, `source` (a feature, or the label stepped from), `target` (a label) and `weight`.
    Raises ValueError when the file is no such model.
    """
    import numpy as np

    blob = path.read_bytes()
    try:
        magic, _, kind, _, _, labels, features, at_weights, at_labels, at_features, *_ = _HEADER.unpack_from(blob)
        part, _, count = _PART.unpack_from(blob, at_weights)
        if (magic, kind, part) != (b"lCRF", b"FOMC", b"FEAT"):
            raise ValueError(magic)
        names, known = _strings(blob, at_labels), _strings(blob, at_features)
        if (len(names), len(known)) != (labels, features):
            raise ValueError(labels, features)
        fields = np.dtype([("kind", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
        return tuple(names), known, np.frombuffer(blob, fields, count, at_weights + _PART.size)
    except (struct.error, ValueError) as error:
        raise ValueError(f"{path} is no linear-chain model of CRFsuite") from error


def _strings(blob: bytes, start: int) -> list[str]:
    """The strings of a quark table, in order of their numbers."""
    import numpy as np

    magic, _, _, _, count, at_places = _TABLE.unpack_from(blob, start)
    if magic != b"CQDB" or not count:
        raise ValueError(magic)
    places = np.frombuffer(blob, "<u4", count, start + at_places).astype(np.int64)
    first, last = int(places[0]), int(places[-1])
    end = last + _RECORD.size + _RECORD.unpack_from(blob, start + last)[1]
    # Records follow each other: number, length, and the string with a zero byte behind it.
    kept = np.ones(end - first, dtype=bool)
    kept[(places - first)[:, None] + np.arange(_RECORD.size)] = False
    region = np.frombuffer(blob, np.uint8, end - first, start + first)
    return region[kept].tobytes().decode("utf-8").split("\0")[:-1]
