"""Reminders of deadlines and events: /avisos, a daily digest, and news of new acts."""
