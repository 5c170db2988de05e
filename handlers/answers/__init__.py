"""Turn answers into messages."""
