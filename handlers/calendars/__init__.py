"""Deadlines and events as calendar files for phones: /calendario, and the button under a card."""
