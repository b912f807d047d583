### What is kept, a copy of it, and erasing it. Nothing here promises more than our own records.

privacy-numbers = With it there are { $files ->
    [0] no files
    [one] { $files } file
   *[other] { $files } files
} and { $messages ->
    [0] no messages
    [one] { $messages } message
   *[other] { $messages } messages
} between you and our team.
privacy-closed = A report that our team has closed is erased { $days } days after it was last worked on.
button-erase-report = Ask to erase a sent report
button-copy = Get a copy of all you told us

erase-which = Which report do you want to have erased?
erase-report-caution =
    You ask us to erase the report { $code } with everything in it: answers, files, messages, and who follows it. Our team stops working on it, and nobody can bring it back.

    Before it is erased, one of our coordinators must say yes, too. That takes some time.

    What we cannot call back: what stands in this chat and at Telegram, what was already given to others with your yes, and papers that you took. Old backups of our records can be opened for 7 more days at most.
button-erase-report-yes = Yes, ask to erase it
erase-asked = We have your wish to erase the report { $code }. Our coordinators decide on it, and you hear from us here when it is done. Until then everything stays as it is, and you can take the wish back. If nobody decides within a week, we tell you that, too.
erase-lapsed = Within a week none of our coordinators has decided on your wish to erase the report { $code }. Nothing was erased, and everything is as it was. We are sorry. You can ask once more, or write to a person.
button-erase-again = Ask to erase it again
erase-nobody = Nobody of our team can decide on it now, so nothing was erased. Please ask again later, or write to us.
erase-done-word = You have word from the hotline.
erase-done =
    What was kept under { $code } has been erased from our records, as was asked: answers, files and messages. The key that opened them is destroyed.

    We could not call back what stands in this chat and at Telegram, what was already given to others, and papers that were taken. Old backups of our records can be opened for 7 more days at most. You can write to us again at any time.
erase-closed-done =
    What was kept under { $code } has been erased from our records, because it was closed long ago. The key that opened it is destroyed.

    We could not call back what stands in this chat and at Telegram, and what was already given to others. You can write to us again at any time.

erase-wish =
    The family asks to have the case { $code } erased. With it go { $lines ->
        [one] { $lines } line of the timeline
       *[other] { $lines } lines of the timeline
    }, { $files ->
        [0] no files
        [one] { $files } file
       *[other] { $files } files
    } and the key that opens them. Nobody can bring it back.

    If something speaks against it, write to the family first: your yes is the last one.
copy-caution =
    You get a PDF with all that you told us, and after it the files that you sent. It will lie in this chat and on your phone, with names. Whoever opens the phone can read it. If your phone may be checked, better do not take it: we have everything, and can read it to you.
button-copy-yes = Yes, send it to me
copy-title = What we keep of you
copy-made = As of { $day }
copy-account = Besides this we keep the number of your Telegram account and chat, your language ({ $language }), and since when you write to us ({ $since }).
copy-report = Report { $code }
copy-draft = Unfinished report
copy-messages = Messages
copy-message-yours = You, { $day }
copy-message-ours = Our team, { $day }
copy-end = Keep this paper where nobody finds it who should not.
copy-caption = A copy of what you told us
copy-files = { $count ->
    [one] The file that you sent:
   *[other] The { $count } files that you sent:
}
copy-files-more = There are more files.
copy-nothing = There is nothing that you told us.
