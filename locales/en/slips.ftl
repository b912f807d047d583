### Slips: small forms that the team fills in about a case.

slip-title = <b>{ $what }</b>
slip-sure = Save it? You can go back and change an answer.
button-save = Save
slip-which = Which of these do you mean?
slip-file-kept = The file is kept. Send the next one, or press “Done”.
slip-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
slip-not-here = This is not asked here. Please answer the question, or press “Cancel”.
slip-press = Please press one of the buttons.
slip-date-unclear = I could not read a day in this. Please write it once more, for example “14 March 2025”, “March 2025” or “three months ago”.
slip-date-future = This day has not come yet. Please write when it was.
slip-unreadable-long = This is long. Please write it in one or two lines.
slip-unreadable-name = I could not read a name in this. Please write it in letters.
slip-unreadable-long-name = This is longer than a name. Please write only the name.
slip-unreadable-amount = I could not read a sum in this. Please write it in figures with the currency, for example: 87 000 tenge.
slip-unreadable-phone = I could not read a telephone number in this. Please write it with the country code, for example: +7 701 123 45 67.
changed-meanwhile = Somebody else has changed this in the meantime. Nothing of yours was written over it. Please look at it once more.
