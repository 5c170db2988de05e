"""What a reader passes on: a provision in any chat, or a link that opens it."""
