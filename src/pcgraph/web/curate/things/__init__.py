"""What the app does with the things of the register: names, new ones, terms, kinds, merging and deleting."""
