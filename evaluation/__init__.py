"""How well tawatur reads: it is run over annotated stories, scored, and held to pinned floors.

`python -m evaluation` from a checkout; `--help` lists what it can do. Annotated stories of others' texts are looked for
beside the checkout and skipped with a word where they are absent; the sample story is always there.
"""
