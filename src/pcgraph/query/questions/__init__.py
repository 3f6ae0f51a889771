"""The catalogue of questions, its examples and its forms."""
