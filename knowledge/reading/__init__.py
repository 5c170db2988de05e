"""Read acts: file to clean text, meeting, provisions, commitments, events and glossary."""

from knowledge.reading.from_file import read_act

__all__ = ["read_act"]
