"""The structure of an act: clean lines, meeting, provisions, glossary and doubts."""
