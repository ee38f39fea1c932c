"""`python -m tawatur` is the `tawatur` command."""

from __future__ import annotations

from tawatur.cli import main

if __name__ == "__main__":
    main()
