"""A desk's workplace: pages, an API and a server for software agents, over an archive."""
