from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import FIRST, SECOND


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with two short reports of one invented event."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder
