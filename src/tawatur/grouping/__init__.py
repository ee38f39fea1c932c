"""Any number of articles grouped into stories, as a batch (`group`) or as they arrive (`Stream`)."""

from __future__ import annotations

from tawatur.grouping.batch import group
from tawatur.grouping.outlines import Outline, outline
from tawatur.grouping.records import Change, Grouping, Link, Story
from tawatur.grouping.settings import GroupSettings
from tawatur.grouping.stream import Stream

__all__ = ["Change", "GroupSettings", "Grouping", "Link", "Outline", "Story", "Stream", "group", "outline"]
