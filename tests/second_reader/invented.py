"""An article written for these tests, read as the program reads it by itself."""

from __future__ import annotations

from tawatur.model import Account, Article, Chrome, Reason, Statement
from tawatur.statements import read_account

TITLE = "غرق عبّارة قرب ميناء السدر"
BODY = """أعلن مدير ميناء السدر سالم الدربي، الثلاثاء، أن العبّارة غرقت قبالة الساحل.
وأضاف أن فرق الإنقاذ وصلت خلال ساعة.
وقالت وزارة النقل في بيان إن التحقيق بدأ. وأشارت إلى أن النتائج ستنشر قريباً.
وحضرت المهندسة هدى العامري إلى الميناء، وكشف مصدر ملاحي مطّلع أن المحرك تعطّل.
اقرأ أيضاً: خبير الطقس نادر الحلو يتحدث"""


def read(text: str = BODY, title: str = TITLE, id: str = "a1", outlet: str = "sanabel") -> Account:
    """The account of the article, whose last line is page chrome."""
    full = f"{title}\n{text}"
    at = full.find("اقرأ أيضاً")
    chrome = (Chrome((at, len(full)), Reason("reading.chrome.related")),) if at >= 0 else ()
    return read_account(Article(id, outlet, full, (0, len(title)), chrome, published="2031-05-06"))


def saying(account: Account, part: str) -> Statement:
    """The statement whose content holds these words."""
    return next(s for s in account.statements if part in account.article.text[slice(*s.content)])


def speaker(account: Account, part: str) -> str:
    """The name of the speaker of that statement, or its key where that is no speaker of the account."""
    key = saying(account, part).chain[-1]
    return next((s.name for s in account.speakers if s.key == key), key)
