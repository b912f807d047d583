"""Ten thousand reminders over a moved clock: outages, kills, zones, clocks that are put on and back.

By hand: `python -m tests.reminders`. What must be heard is written down here a second time.
"""
