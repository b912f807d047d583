"""Kill −9: the real bot in real processes, killed again and again while families report.

Run as `python -m tests.crash --kills 1000`. Nothing that was sent may be missing at the end,
nothing may be there twice, and nobody may wait for a reply that never comes.
"""
