"""Layout, overlap removal, colours and shapes, charts, and static network pictures."""
