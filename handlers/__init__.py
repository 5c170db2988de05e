"""What a person can do in the chat, one module each; registration.py lists them all."""
