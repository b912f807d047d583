### What coordinators hear when the hotline cannot be backed up.

# $at is the day and time of the last good backup.
backup-failed = The hotline could not be backed up. The last good backup is from { $at }.
backup-failed-never = The hotline could not be backed up, and there is no good backup yet.
backup-failed-next = Nothing is lost: reports and messages are received and kept as always. But if the computer broke now, what came since then would be gone. Please tell the person who looks after it today; “izdeu doctor” says there what to do.
