"""Deliver messages to chats, also where Telegram refuses, and use the chat's memory safely."""
