"""How the bot behaves among several people."""
