"""The closed set of things that can go wrong while remembering.

The first line of each docstring is what an operator reads.
"""


class _Told(Exception):
    """Something went wrong."""

    def __str__(self) -> str:
        return (type(self).__doc__ or "").splitlines()[0]


class StoreTrouble(_Told):
    """The database could not do it; what was asked is not done."""


class StoreBusy(StoreTrouble):
    """The database is locked, restarting or out of reach; safe to ask again."""


class StoreFull(StoreTrouble):
    """The disk is full; free some space and the hotline goes on by itself."""


class SchemaMismatch(StoreTrouble):
    """The database was made by another version; run `izdeu migrate`."""


class SchemaMissing(SchemaMismatch):
    """The database is empty; run `izdeu init`, or `izdeu migrate` if there are keys already."""


class NoSuchStep(SchemaMismatch):
    """There is no such step of the database; `izdeu migrate --status` says where it stands."""


class SchemaTooNew(SchemaMismatch):
    """The database was made by a newer version; install that one. Nothing was touched."""


class Overtaken(_Told):
    """Somebody else changed it in between; nothing was changed here."""


class SealBroken(Exception):
    """A sealed value does not open: altered, cut, moved, or sealed with another key."""


class HeadLost(_Told):
    """The head of the audit log is missing or was altered; `izdeu audit verify` says more."""


class KeyGone(SealBroken):
    """The key of this report was destroyed; nothing that was sealed with it opens again."""


class KeysRefused(_Told):
    """The keys do not fit; nothing was touched."""


class WrongPassphrase(KeysRefused):
    """The passphrase does not open the keys; nothing was touched."""


class NoKeys(KeysRefused):
    """There are no keys yet; run `izdeu init` first."""


class KeysBroken(NoKeys):
    """The file of the keys is damaged; bring keys.db back from its backup. Nothing was touched."""


class TooManyRotations(KeysRefused):
    """The keys were rotated 254 times; there is no number left for another. Nothing was touched."""


class StillRunning(KeysRefused):
    """The hotline is running and does it by itself; leave out --now, or stop it. Nothing was touched."""


class KeysExist(KeysRefused):
    """There are keys already; `izdeu init` never replaces them."""


class ForeignKeys(KeysRefused):
    """These keys belong to another database; nothing was touched."""


class BackupTrouble(_Told):
    """A backup could not be made or brought back."""


class HouseInUse(BackupTrouble):
    """The hotline is running; stop it first. Nothing was touched."""


class RestoreUnfinished(BackupTrouble):
    """A restore was interrupted; run the same `izdeu restore` again, it goes on where it stopped."""
