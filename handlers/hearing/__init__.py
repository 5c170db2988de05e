"""What a text message or a command that is almost ours turns out to be."""
