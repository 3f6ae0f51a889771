"""The commands that serve and publish."""
