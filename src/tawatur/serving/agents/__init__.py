"""A server for software agents (Model Context Protocol): small answers with exact words, intervals and caveats.

`tools` holds what they can ask, as plain functions; `server` offers it by the official SDK (the extra `serve`).
"""
