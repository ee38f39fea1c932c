"""What belongs to no language: outlets, agencies, page chrome."""
