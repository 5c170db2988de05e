"""Deadlines and events as calendars that phones take in: /calendario, and the button under a card."""
