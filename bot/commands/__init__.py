"""The commands of the terminal, one module each: `add` declares its arguments, `execute` does it."""
