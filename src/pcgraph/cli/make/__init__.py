"""The commands that build, check and export."""
