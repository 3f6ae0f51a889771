"""The view of the page: its schema, and one module for each table."""
