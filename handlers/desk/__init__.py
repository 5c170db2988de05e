"""What the secretariat does in the chat; for anyone else none of it exists."""
