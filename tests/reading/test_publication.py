from __future__ import annotations

import pytest

from tawatur.reading.publication import from_url, parse


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("29 تموز , 2025", "2025-07-29"),
        ("الخميس ١٢ أيار/مايو ٢٠٢٢", "2022-05-12"),
        ("٣ جويلية 2019", "2019-07-03"),
        ("7 دجنبر 2021", "2021-12-07"),
        ("15 كانون الثاني 2020", "2020-01-15"),
        ("نُشر في: 4 يونيو، 2018", "2018-06-04"),
        ("10 شوال 1436 هـ الموافق 26 يوليو 2015 م", "2015-07-26"),
        ("9-10-1436هـ", "2015-07-25"),
        ("05/11/2019", "2019-11-05"),
        ("2019/11/05", "2019-11-05"),
        ("March 3rd, 2020", "2020-03-03"),
        ("le 1er août 2020", "2020-08-01"),
        ("Tue, 13 Mar 2018 10:14:48 GMT", "2018-03-13T10:14:48Z"),
        ("2018-03-13T10:14:48+03:00", "2018-03-13T07:14:48Z"),
        ("2018-03-13 10:14", "2018-03-13"),
        ("الإثنين 10-12-2018 21:43", "2018-12-10"),
        ("11.02.2019", "2019-02-11"),
        ("21 / 01 / 2018", "2018-01-21"),
        ("20180320", "2018-03-20"),
        ("20181345", None),
        ("32 يناير 2020", None),
        ("2020", None),
        ("", None),
    ],
)
def test_written_dates(written: str, value: str | None) -> None:
    assert parse(written) == value


def test_dates_in_addresses() -> None:
    assert from_url("https://example.org/news/2018/05/14/bridge.html") == "2018-05-14"
    assert from_url("https://example.org/a-20180514.html") == "2018-05-14"
    assert from_url("https://example.org/99999999/1") is None
