"""Find the provisions that a question is about: terms, an inverted index inside knowledge.db, and ranking."""
