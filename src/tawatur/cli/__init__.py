"""The `tawatur` command: `commands` and `gathering` hold what it can do, `failures` how errors are told.

Exit codes, as `tawatur --help` gives them:
    0  done (also when parts of the input were rejected: a note on stderr names them)
    1  a defect of the program itself
    2  the command line is wrong, or the ending of the output's name tells no format
    3  nothing readable was given
    4  the result could not be written, to a file or to standard output
    5  not a dossier, or the dossier has no such id
    6  an optional part is not installed
    7  with --strict: parts of the input were rejected; the rest was processed and written
    8  an archive cannot be opened or written, or is not whole
"""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line of this process and exit with a documented code."""
    import gc

    from tawatur.cli.commands import app
    from tawatur.cli.failures import told

    # A command makes much that stays and few cycles; to look for them as often as Python does takes 5 % of its time.
    gc.set_threshold(100_000, 20, 20)
    with told():
        app(prog_name="tawatur")
