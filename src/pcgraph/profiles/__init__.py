"""Profiles: one page that a reader wants, about an organisation, an event, a sector, a place or a pair."""
