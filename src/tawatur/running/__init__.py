"""Large jobs: any number of articles to stories and dossiers, in parts, on all cores or on a cluster.

`batch` runs a job; `stages` are its heavy steps, each a function from an Arrow batch to an Arrow table; `local`, `daft`
and `spark` are engines, which do nothing but run tasks. docs/scale.md tells how to use it.
"""

from __future__ import annotations
