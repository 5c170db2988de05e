"""Understand questions and answer them with citations, or say that the acts don't."""
