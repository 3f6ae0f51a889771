"""What a name means: one index of names, its matching, and the search over it."""
