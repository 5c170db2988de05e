"""How people and acts write: folding, numbers, dates, names of parties, and the data files that hold them."""
