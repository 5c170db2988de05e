"""What was read of an act, for a person to check: a table for the terminal, and a page for the browser."""
