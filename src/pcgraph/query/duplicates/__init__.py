"""Finds what is recorded twice: engagements, addresses of sources, and values that a verdict has rejected."""
