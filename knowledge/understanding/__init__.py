"""Turn the text of a message into a question."""
