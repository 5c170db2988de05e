"""Handlers for everything a person can do in the chat, listed in registration.py."""
