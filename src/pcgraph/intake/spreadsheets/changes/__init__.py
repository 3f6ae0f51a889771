"""Compares a table with what was exported or imported before, and with the data: what was changed, added, removed."""
