"""Feedback on whether an answer helped."""
