"""Interpret text messages and misspelt commands."""
