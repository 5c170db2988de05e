"""Sharing: send a provision to any chat, or a link that opens it."""
