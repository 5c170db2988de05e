"""Understanding: from the text of a message to a question."""
