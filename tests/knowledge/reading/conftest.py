"""For thousands of mutated acts: pytest tests/knowledge/reading --hypothesis-profile=thorough."""

from hypothesis import settings

settings.register_profile("thorough", max_examples=5000)
