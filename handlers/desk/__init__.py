"""The secretariat's commands in the chat; for anyone else they don't exist."""
