"""What the names of a page's elements say of their content: page furniture, the article's body, a gallery."""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.reading.markup import plain

FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "form", "menu", "figcaption"))
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|foot|sidebar|side|aside|related|more-?news|most-?read|popular|"
    r"trending|share|sharing|social|comments?|disqus|respond|reply|newsletter|subscribe|cookies?|banner|ads?|advert\w*|promo|"
    r"sponsor\w*|widget|tags?|tagcloud|caption|credit|copyright|login|search|popup|modal|ticker|pagination|paging|print|"
    r"also-?read|read-?also|readmore|read-?more|recommend\w*|teaser|author-?bio|meta|toolbar|hidden|"
    r"image|img|photo|picture|thumb|thumbnail)"
    r"(?:[\s_-]|s?$)",
)
# What is set apart however much of it there is: galleries with their captions, comments, posts, references.
_APART = re.compile(
    r"(?:^|[\s_-])(?:gallery|slides?|slideshow|slider|carousel|comments?-?(?:list|body|area)|disqus|twitter-tweet|"
    r"instagram-media|fb-post|fb-video|reflist|references|toc|navbox)(?:[\s_-]|s?$)",
)
_ARTICLE = re.compile(
    r"article[-_]*(?:body|text|content|lead)|(?:entry|post|story|news|content)-?(?:body|text|content|detail)|articlebody|"
    r"field-name-body|main-?text",
)
_TELLING = re.compile(r' (class|id|itemprop|style|hidden)="([^"]*)"')
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=16384)
def said_of(attributes: str) -> tuple[bool, bool, bool]:
    """Whether the attributes of a tag, as they are written, say page furniture, the article's body, a gallery or what
    is not shown at all."""
    furniture = body = apart = unseen = False
    for name, value in _TELLING.findall(attributes):
        if name == "class":
            names = _named(value)
        elif name == "id":  # its end counts as well as what is between signs
            names = _says(value.rstrip("0123456789"))
        else:
            unseen = unseen or name == "hidden" or (name == "style" and _HIDDEN.search(value) is not None)
            body = body or (name == "itemprop" and "articleBody" in value)
            continue
        furniture, body, apart = furniture or names[0], body or names[1], apart or names[2]
    return ((furniture or apart) and not body) or unseen, body, (apart and not body) or unseen


@lru_cache(maxsize=8192)
def _named(classes: str) -> tuple[bool, bool, bool]:
    # No pattern reaches over a space, so that each name can be looked at, and remembered, by itself.
    said = [_says(f"{name} ") for name in plain(classes).split()]
    return any(one[0] for one in said), any(one[1] for one in said), any(one[2] for one in said)


@lru_cache(maxsize=16384)
def _says(name: str) -> tuple[bool, bool, bool]:
    """Whether one name speaks of page furniture, an article's body, a gallery or the like."""
    name = _CAMEL.sub("-", name).lower()  # patterns that mind no case take three times as long
    return bool(_FURNITURE.search(name)), bool(_ARTICLE.search(name)), bool(_APART.search(name))
