"""How fast the bot is, measured beside other bots in one run: `make bench`.

The sandbox stands in this process, each bot in one of its own, so that only the bot's own work is
counted as its. Nothing here asserts: how long something takes depends on the machine and on whoever
else is at work there.
"""
