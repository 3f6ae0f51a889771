"""Drafts the engagements that a text reports, for a person to check: names, dates, money, statuses and lists.

A draft is never data: nothing here writes to the data folder. Every value has the offsets that prove it and the name of
the rule that found it, and a status is always the weakest that the words allow.
"""
