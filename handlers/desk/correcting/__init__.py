"""Correct what was read from a provision, in one line or in a dialogue with buttons."""
