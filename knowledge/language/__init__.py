"""The language of people and acts: folding, numbers, dates, party names, and the data files for them."""
