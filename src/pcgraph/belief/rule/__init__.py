"""The rule of belief: which facts count, and which relations follow from them."""
