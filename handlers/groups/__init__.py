"""Behaviour of the bot in groups."""
