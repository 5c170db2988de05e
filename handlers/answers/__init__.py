"""Turn what was found into messages."""
