"""Bring messages to a chat, also where Telegram refuses, and remember what the chat is about."""
