"""Commands that list what the acts say, and look up what a number or a name stands for."""
