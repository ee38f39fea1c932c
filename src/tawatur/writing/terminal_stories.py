"""Stories as terminal text: those of several outlets with what holds them together and what lies nearest."""

from __future__ import annotations

from tawatur.grouping import Change, Grouping, Link, Story
from tawatur.languages.media import name_of
from tawatur.writing.json_stories import moment
from tawatur.writing.messages import UI, Messages
from tawatur.writing.paper import Paper
from tawatur.writing.plain import one_line

_MOST, _FEW = 20, 5


def stories_to_terminal(found: Grouping, ui: UI = "en", *, width: int | None = None, color: bool | None = None) -> str:
    """The stories as text for a terminal of `width` columns; `color` as for `to_terminal`."""
    outlets = {outlet for story in found.stories for outlet in story.outlets}
    names = {outlet: name_of(f"outlet:{outlet}") or outlet for outlet in outlets}
    paper = Paper(width, color)
    _Listing(found, Messages(ui, names, one_line), paper).write()
    return paper.text()


class _Listing:
    """The sections of the view."""

    def __init__(self, found: Grouping, messages: Messages, paper: Paper) -> None:
        self._stories, self._m, self._paper = found.stories, messages, paper
        self._titles = {story.id: story.title for story in found.stories}

    def write(self) -> None:
        m = self._m
        several = sorted(
            (s for s in self._stories if len(s.outlets) > 1), key=lambda s: (-len(s.members), s.first, s.id)
        )
        articles = m.count("n_articles", sum(len(story.members) for story in self._stories))
        stories = m.count("n_stories", len(self._stories))
        of_several = m.count("n_of_several", len(several)) if several else m.text("none_of_several")
        self._paper.line(m.text("grouping_sum", articles, stories, of_several), style="bold")
        if several:
            self._head(m.text("head_stories"), len(several))
        for story in several[:_MOST]:
            self._story(story)
        if len(several) > _MOST:
            self._paper.line(m.count("n_more_stories", len(several) - _MOST), style="dim")
        alone = [story for story in self._stories if story.alone]
        if alone:
            self._head(m.text("head_alone"), len(alone))
            for story in alone[:_FEW]:
                self._paper.line(one_line(story.title))
                if story.alone:
                    self._paper.line(m.reason(story.alone), indent=2, style="dim")
        self._paper.line()
        self._paper.line(m.text("grouping_hint"), style="dim")

    def _head(self, text: str, number: int) -> None:
        self._paper.line()
        head = f"{text} ({number})"
        self._paper.line(head, style="bold")
        self._paper.line("-" * min(len(head), 72), style="dim")

    def _story(self, story: Story) -> None:
        m = self._m
        self._paper.line(one_line(story.title), style="green")
        comma = m.pattern("comma")
        parts = [m.count("n_articles", len(story.members)), comma.join(m.value(o) for o in story.outlets)]
        parts.append(m.date(moment(story.first)))
        self._paper.line(" · ".join(parts), indent=2)
        self._paper.line(f"{one_line(story.id)}: {' '.join(map(one_line, story.members))}", indent=2, style="dim")
        if story.links:
            best = max(story.links, key=lambda link: link.chance)
            self._paper.line(f"{m.text('grouping_held')}: {self._why(best)}", indent=2, style="dim")
        if story.near and story.near_story:
            title = self._titles.get(story.near_story, story.near_story)
            near = m.text("grouping_near", f"«{one_line(title)}»")
            self._paper.line(f"{near}: {self._why(story.near)}", indent=2, style="dim")
        told = [c for c in story.history if c.kind in ("merged", "split", "moved")]
        if told:
            changes = m.pattern("semicolon").join(map(self._change, told[:_FEW]))
            self._paper.line(f"{m.text('grouping_history')}: {changes}", indent=2, style="dim")

    def _why(self, link: Link) -> str:
        return self._m.pattern("semicolon").join(map(self._m.reason, link.reasons))

    def _change(self, change: Change) -> str:
        m = self._m
        return m.text(f"change_{change.kind}", m.date(moment(change.at)), one_line(change.other or change.story))
