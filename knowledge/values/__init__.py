"""The domain's nouns as frozen values; everything else in knowledge builds on them."""
