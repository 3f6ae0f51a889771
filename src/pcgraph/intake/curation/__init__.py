"""The engine of the curation app: reads, edits, checks and saves what a source says, as plain data.

`form` reads a source as a form and writes a form as Turtle. `edit` replaces one engagement in a file. `check` finds
what is wrong with a changed file, `save` writes it, and `journal` undoes what was saved.
"""
