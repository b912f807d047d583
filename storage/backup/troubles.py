"""What can be wrong with a backup, or stand in the way of one. The docstring is what an operator reads."""

from storage.errors import BackupTrouble


class BackupDamaged(BackupTrouble):
    """This is no whole backup of Izdeu: it is damaged, cut short, or something else. Take another one."""


class BackupTooNew(BackupTrouble):
    """The backup was made by a newer version; install that one. Nothing was touched."""


class KeysDamaged(BackupTrouble):
    """The file of the keys is damaged; take the keys of another backup. Nothing was touched."""


class NotSealed(BackupTrouble):
    """The backup carries no seal, so anybody may have altered it; if you trust it, add --unsealed."""


class DatabaseDamaged(BackupTrouble):
    """The database is damaged, so no backup was made of it; bring the last good one back."""


class KeysInRotation(BackupTrouble):
    """The keys are being renewed, so no backup was made; `izdeu keys status` says when that is done."""


class HouseExists(BackupTrouble):
    """There is a house here already; with --replace it is moved aside, not deleted. Nothing was touched."""


class OtherDisk(BackupTrouble):
    """`files` lies on another disk than the data folder, so they cannot change at once; move it there."""


class Stopped(BackupTrouble):
    """The backup was stopped before its end; nothing of it stays."""
