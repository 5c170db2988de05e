"""Open an answer with the fact that was asked, from the statement that tells it."""
