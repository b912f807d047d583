"""Kill −9: the real bot in real processes, killed again and again while families report.

Run as `python -m tests.crash --kills 1000`. Nothing that was sent may be missing at the end,
nothing may be there twice, and nobody may wait for a reply that never comes.

A `family` walks the whole `interview`, `answering` each question in one of the ways people do; a
`coordinator` at her `desk` answers; others, `leaving`, are erased by the clock. What was `told` is
written down beside the bot and compared with what it `kept`. The `pack` of bots on each of the
`grounds` dies by the planned `kills`; `proof` looks at what is left.
"""
