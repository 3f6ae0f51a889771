"""Evidence for what sources say: copies of their pages, and the passages in them."""
