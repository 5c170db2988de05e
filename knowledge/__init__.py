"""Read acts, understand questions and answer them with citations; know nothing of Telegram."""
