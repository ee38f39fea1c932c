"""The local web application: pages for readers, and beside them the same service for programs.

`app.create_app` puts it together; `pages/` holds what people see, with a `.json` twin of every page; further rooms
(`api/`, `mcp/`) add their routes there. Everything heavy is imported when a server is started.
"""
