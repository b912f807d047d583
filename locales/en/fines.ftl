### Fines: what is asked for, and what was paid.

button-fines = Fines
button-fine-add = Enter a fine
button-fine-paid = It was paid
slip-fine = A fine
slip-paid = A fine that was paid
ask-fine-amount = How much is it? With the currency, for example: 87 000 tenge.
label-fine-amount = Sum
ask-fine-whom = Who was fined?
label-fine-whom = Who was fined
option-fine-whom-person = The person of the case
option-fine-whom-family = Somebody of the family
option-fine-whom-other = Somebody else
ask-fine-reason = What is given as the reason? Words, or a photo of the paper.
label-fine-reason = Reason given
ask-fine-due = By when must it be paid? The day may be to come.
label-fine-due = To be paid by
ask-paid-day = When was it paid?
label-paid-day = Paid
ask-paid-receipt = Please send a photo of the receipt, if there is one.
label-paid-receipt = Receipt

fines-title = <b>Fines · { $code }</b>
fines-none = No fine is known here yet.
fine-paid = paid
fine-due = to be paid by { $day }
fine-overdue = not paid, due on { $day }
label-fines-case = All fines of this case
label-fines-family = All cases of this family
fines-total = { $sum }, of this not paid: { $unpaid }
fine-fact = { $count ->
    [one] { $count } fine not paid: { $sums }
   *[other] { $count } fines not paid: { $sums }
}
alert-fine-soon = { $code }: a fine must be paid in a few days, by { $day }.
alert-fine-today = { $code }: today is the last day to pay a fine, { $day }.
alert-fine-overdue = { $code }: a fine was to be paid by { $day }, and no payment is entered.
button-fine-take = Take it over from the report
fine-told = The report tells of a fine that is not in the list: { $sum }.
