### Borders, papers, summonses, calls.

button-journeys = Ways and contacts
button-journey-add = Enter something
slip-journey = Ways and contacts
ask-journey-what = What happened?
label-journey-what = What
option-journey-what-to-cn = Crossed into China
option-journey-what-to-kz = Crossed into Kazakhstan
option-journey-what-border = Crossed the border
option-journey-what-passport = Passport taken
option-journey-what-summons = Summoned
option-journey-what-contact = Last contact
option-journey-what-call = Telephone call
option-journey-what-other = Something else
ask-journey-day = When was it? As far as it is known.
label-journey-day = When
ask-journey-place = Where was it?
label-journey-place = Where
ask-journey-words = What is known of it? Words, photos or documents.
label-journey-words = What is known

journeys-title = <b>Ways and contacts · { $code }</b>
journeys-none = Nothing is known here yet.
journey-gap = … nothing known: { $since } – { $until } …
journey-no-day = day not known
journey-from-report = from the report
