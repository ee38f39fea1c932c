"""What the program knows of each language: one folder a language, `common` for none, `interface` for shown texts."""
