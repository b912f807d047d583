"""The closed set of things that can go wrong while remembering.

The first line of each docstring is what an operator reads.
"""


class StoreTrouble(Exception):
    """The database could not do it; what was asked is not done."""

    def __str__(self) -> str:
        return (type(self).__doc__ or "").splitlines()[0]


class StoreBusy(StoreTrouble):
    """The database is locked, restarting or out of reach; safe to ask again."""


class StoreFull(StoreTrouble):
    """The disk is full; free some space and the hotline goes on by itself."""


class SchemaMismatch(StoreTrouble):
    """The database was made by another version; run `izdeu migrate`."""


class SealBroken(Exception):
    """A sealed value does not open: altered, cut, moved, or sealed with another key."""


class WrongPassphrase(Exception):
    """The passphrase does not open the keys; nothing was touched."""


class NoKeys(Exception):
    """There are no keys yet; run `izdeu init` first."""


class KeysExist(Exception):
    """There are keys already; `izdeu init` never replaces them."""


class ForeignKeys(Exception):
    """These keys belong to another database; nothing was touched."""
