"""The belief function: from what the sources say (the evidence) to tables of what is believed."""
