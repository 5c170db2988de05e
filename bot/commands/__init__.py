"""The terminal's commands, one module each: `add` declares the arguments, `execute` runs the command."""
