"""Modern Standard Arabic: script, words, tags, numbers, time, cues, and the lexicons and models behind them."""
