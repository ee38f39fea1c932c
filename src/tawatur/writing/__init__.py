"""One dossier written out: JSON and back, HTML, Markdown, terminal text, explanations."""
