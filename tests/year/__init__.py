"""A year of many cases, in minutes: every promise kept, every reminder once, nobody woken.

The real jobs run on a real database, with a clock that is moved step by step, over changes of
clocks and days without power. What people then heard is held against what they were promised,
by rules written down here a second time.
"""
