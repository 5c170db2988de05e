"""Reports of what was read from an act, for a person to check: in the terminal, and as a web page."""
