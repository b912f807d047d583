### Files as evidence: how large they may be, what they are, who has opened them.

note-file-size = One file may have up to 20 MB: Telegram lets us copy no larger ones. Please send a larger one in smaller parts.

button-file-about = This file, and who opened it
button-file-original = The original
button-file-anyway = Open it all the same

file-differs = Please take care. This file was sent as { $claimed }, and by its content it is { $found }.
file-also = Please take care. This file can also be read as { $others }. Ordinary files cannot.
file-unknown = Please take care. We do not know what kind of file this is. Better do not open it on a computer with other work on it.
file-archive = This is an archive. We have not unpacked it: what is in it has not been looked at.
file-runs = Please take care. Opening this file can start a program. By its content it is { $found }. It is kept as it came.
file-found = The virus scanner found something in this file: { $name }. It is kept as it came.
file-not-examined-yet = This file has not been looked at yet; it takes a minute. You can open it all the same.
file-not-examined = This file has not been looked at: we have no copy of our own.
file-no-copy = There is no working copy of this photo. The original may hold the place where it was taken, and the camera.
file-held-back = A file belongs to this message, and we hold it back until somebody has looked at it.

about-file-title = <b>About this file</b>
label-file-name = The sender’s name for it
file-received = Received { $at }, from { $who }
file-size = Size: { $bytes } bytes
file-sha256 = SHA-256: { $sum }
file-type = By its content: { $found }
file-clean = Virus scanner, { $at }: nothing found
file-not-scanned = Not scanned for viruses
file-has-copy = There is a working copy without place and camera. Its SHA-256: { $sum }
file-copy-failed = No working copy: { $why }
copy-unsupported = we cannot make one of this kind of picture
copy-unreadable = the picture cannot be read
copy-truncated = the picture is cut off
copy-too-many-pixels = the picture is larger than 50 million pixels
copy-too-large = the picture is too large
copy-died = the picture could not be worked on
copy-slow = the picture took too long

file-says = <b>What the file itself says.</b> Anybody can write this into a file: it is a trace, no proof.
says-taken = Taken: { $when }
says-place = Place: { $point }
says-gps-day = Day by satellite: { $day }
says-camera = Camera: { $camera }
says-program = Program: { $program }

custody-title = { $count ->
    [0] <b>Nobody has opened it.</b>
    [one] <b>Who has opened it: { $count } line</b>
   *[other] <b>Who has opened it: { $count } lines</b>
}
custody-line = { $at } · { $who }: { $act }
custody-line-for = { $at } · { $who }: { $act } ({ $why })
custody-machine = the machine
custody-you = you
custody-examined = looked at what it is
custody-scanned = scanned for viruses
custody-copied = made the working copy
custody-resealed = sealed anew
custody-passed-copy = opened the working copy
custody-passed-original = opened the original
custody-passed-anyway = opened the original after the warning
custody-delivered = received it
custody-exported = exported
custody-printed = printed
custody-for-files = voice and files
custody-for-messages = messages
custody-for-words = the family’s words
custody-for-note = a note of the team
custody-for-task = a task of the team
custody-for-letter = a letter of ours
custody-for-preview = before sending
custody-for-export = export
custody-for-copy = a copy for whoever told it
