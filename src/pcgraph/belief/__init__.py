"""What the sources say (evidence) and what follows from it: the one rule of belief, and the tables that it fills."""
