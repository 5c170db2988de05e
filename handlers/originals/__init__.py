"""The file of an act as it was loaded."""
