"""The nouns of the trade as frozen values; everything else in knowledge builds on them."""
