"""The words that say what happened, and how far they may be trusted."""
