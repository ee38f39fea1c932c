"""What tawatur costs in time and memory, measured as users meet it: whole processes, against stated bars."""
