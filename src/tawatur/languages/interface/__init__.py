"""Texts shown to users, in English and Arabic."""
