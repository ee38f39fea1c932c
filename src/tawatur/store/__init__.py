"""The archive: everything of a newsroom's stream in one SQLite file, or on PostgreSQL for a team.

`open_archive` opens one; `with archive.writing() as session` is a transaction, `with archive.reading() as session` a
snapshot, and every function of this room takes such a session:

articles    `take`, `add`, `article`, `articles`, `arrivals`, `known`     articles and their versions
accounts    `save_accounts`, `account`, `accounts`, `unread`              statements read from them
stories     `save_stories`, `story`, `stories`, `dirty`, `current_id`     stories and their history
story_lines `story_list`, `lines`                                         lists of stories
facets      `story_facets`                                                what lists are narrowed by, counted
dossiers    `save_dossier`, `dossier_json`, `claims_of`                   dossiers, claims, relations
news        `add_news`, `waiting_news`, `mark_delivered`                  what is new
runs        `begin_run`, `count_run`, `drop`, `end_run`                   what was read and what was dropped
addresses   `load_state`, `save_addresses`                                what was fetched when
streams     `save_stream`, `load_stream`                                  the state of grouping
searching   `search`, `search_statements`, `search_claims`                full-text search
exporting   `export`                                                      Parquet
checking    `check`                                                       integrity and counts
locking     `hold`                                                        one long-running writer at a time
"""

from __future__ import annotations

from tawatur.store.locking import hold
from tawatur.store.opening import Archive, open_archive
from tawatur.store.sessions import Session

__all__ = ["Archive", "Session", "hold", "open_archive"]
