"""Correct what was read of a provision, in one line or in a dialogue with buttons."""
