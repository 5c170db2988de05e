"""Commands that list the content of the acts, and look up numbers and names."""
