"""What is looked at before any work: the address, the model's name, the key, the extra; and that off means off."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tawatur.errors import MissingExtraError, SettingsError
from tawatur.second_reader import check
from tawatur.second_reader.endpoint import address
from tawatur.settings import DEFAULT, Settings


@pytest.mark.parametrize(
    ("base", "whole"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://127.0.0.1:8080/ ", "http://127.0.0.1:8080/v1/chat/completions"),
        ("https://example.org/v1/", "https://example.org/v1/chat/completions"),
        ("https://example.org/api/v1beta", "https://example.org/api/v1beta/chat/completions"),
        ("https://example.org/llm", "https://example.org/llm/v1/chat/completions"),
        ("https://example.org/x/chat/completions", "https://example.org/x/chat/completions"),
        ("http://[::1]:80", "http://[::1]:80/v1/chat/completions"),
    ],
)
def test_a_base_address_is_completed(base: str, whole: str) -> None:
    assert address(base) == whole


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "ftp://example.org",
        "file:///etc/passwd",
        "http://",
        "http://user:word@example.org",
        "https://example.org/v1?key=word",
        "https://example.org/v1#word",
        "http://example.org:99999",
        "http://[::1",
        "http://ex\x00ample.org",
    ],
)
def test_an_address_that_cannot_be_used_is_told_and_not_repeated(url: str) -> None:
    with pytest.raises(SettingsError) as raised:
        check(Settings(ask_url=url, ask_model="m"))
    assert "word" not in str(raised.value)
    assert "TAWATUR_MODEL_KEY" in raised.value.remedy


@pytest.mark.parametrize(
    ("half", "remedy"), [(Settings(ask_url="http://x"), "--model"), (Settings(ask_model="m"), "--ask-model")]
)
def test_address_and_name_need_each_other(half: Settings, remedy: str) -> None:
    with pytest.raises(SettingsError) as raised:
        check(half)
    assert remedy in raised.value.remedy


def test_a_key_that_no_header_can_hold_is_told_without_repeating_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_MODEL_KEY", "مفتاح\nآخر")
    with pytest.raises(SettingsError, match="TAWATUR_MODEL_KEY") as raised:
        check(Settings(ask_url="http://x", ask_model="m"))
    assert "مفتاح" not in f"{raised.value}{raised.value.remedy}"


def test_a_missing_extra_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingExtraError) as raised:
        check(Settings(ask_url="http://x", ask_model="m"))
    assert raised.value.remedy == "pip install 'tawatur[llm]'"


def test_by_default_nothing_of_it_is_even_imported() -> None:
    assert (DEFAULT.ask_url, DEFAULT.ask_model) == (None, None)
    program = """
import sys
from tawatur import build
from tawatur.samples import story
build([str(story())])
print(sorted(m for m in sys.modules if m == "httpx" or m.startswith("tawatur.second_reader")))
"""
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"
