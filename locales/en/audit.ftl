### What coordinators read about the audit log.

audit-head =
    The hotline’s log ends with this mark today: <code>{ $mark }</code>
    Please leave this message where it is. Whoever looks after the machine can compare the log with it.
audit-head-lost = The end of the hotline’s log is missing or was changed. Please tell the person who looks after the machine today.
