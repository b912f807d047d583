"""Hostile updates: everything that a stranger, or a broken server, could put before the bot.

`texts`, `contents` and `shapes` make what is well formed, `mutations` breaks it, `hostile` is the
crowd that sends it, `honest` the people who must not notice any of it, and `stories` what they do;
`line` reads with Telegram's eyes what the bot says, `run` puts them together, and `outcome` and
`traces` tell what was found.
"""
