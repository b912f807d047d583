"""Hostile updates: everything that a stranger, or a broken server, could put before the bot.

`texts` and `shapes` make what is well formed, `mutations` breaks it, `hostile` is the crowd
that sends it, `honest` the people who must not notice any of it, `line` reads with Telegram's eyes
what the bot says, and `run` puts them together.
"""
