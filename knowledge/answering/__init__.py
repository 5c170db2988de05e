"""Understand questions and answer them with citations, or say that the acts don't."""

from knowledge.answering.answering import Answerer

__all__ = ["Answerer"]
