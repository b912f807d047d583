"""Canaries: marked values travel through the whole hotline, and are looked for where nothing may stand.

`mint` makes them, `house` is where they go, `acts` are the scenes, `storm` and `seams` force the errors,
`scan` looks through bytes, `sweep` says through which, `opening` tries old backups with all keys there are.
"""
