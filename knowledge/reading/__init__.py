"""Read acts: file to clean text, meeting, provisions, commitments, events and glossary."""

from knowledge.reading.act import read_act

__all__ = ["read_act"]
