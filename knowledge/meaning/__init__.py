"""Semantic search: a sentence encoder beside keyword search, and the vectors of all provisions."""
