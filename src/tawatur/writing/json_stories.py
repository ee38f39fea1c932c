"""Stories as JSON; docs/stories.md describes the fields. The same stories always give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tawatur.grouping import Change, Grouping, GroupSettings, Link, Story
from tawatur.model import Finding, Reject
from tawatur.writing.json_dossier import canonical
from tawatur.writing.json_views import ReasonWriter
from tawatur.writing.messages import Messages

FORMAT = "tawatur stories 1"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def stories_to_json(
    found: Grouping,
    settings: GroupSettings,
    version: str,
    findings: Sequence[Finding] = (),
    rejects: Sequence[Reject] = (),
) -> str:
    """Canonical JSON of a grouping, ending in a newline."""
    write = _Writer(Messages("en", {}))
    whole = {
        "format": FORMAT,
        "version": version,
        "settings": settings.as_dict(),
        "stories": [write.story(story) for story in found.stories],
        "former": dict(sorted(found.former.items())),
        "findings": [{"reason": write.reason(f.reason), "articles": list(f.articles)} for f in findings],
        "rejects": [{"where": r.where, "reason": write.reason(r.reason)} for r in rejects],
    }
    return canonical(whole)


def moment(hour: float) -> str:
    """Hours since 1970 as ISO 8601, in UTC."""
    return (_EPOCH + timedelta(seconds=round(hour * 3600))).strftime("%Y-%m-%dT%H:%M:%SZ")


class _Writer(ReasonWriter):
    """Turns the records of grouping into plain JSON values."""

    def story(self, s: Story) -> dict[str, Any]:
        return {
            "id": s.id,
            "title": s.title,
            "members": list(s.members),
            "outlets": list(s.outlets),
            "first": moment(s.first),
            "last": moment(s.last),
            "links": [self.link(link) for link in s.links],
            "near": {"story": s.near_story, **self.link(s.near)} if s.near else None,
            "history": [self.change(change) for change in s.history],
            "alone": self.reason(s.alone) if s.alone else None,
        }

    def link(self, link: Link) -> dict[str, Any]:
        return {"a": link.a, "b": link.b, "chance": link.chance, "reasons": self.reasons(link.reasons)}

    def change(self, change: Change) -> dict[str, Any]:
        return {
            "at": moment(change.at),
            "kind": change.kind,
            "story": change.story,
            "articles": list(change.articles),
            "from": change.other,
        }
