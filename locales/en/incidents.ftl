### One event, many people: cases under a name of the team's.

command-incidents = One event, many people
incidents = <b>Events that concern many people</b>
incidents-none = No event has been named yet. Where many people were taken at once, name it here and put their cases under it: then they can be found together, and their families can be written to together.
button-incident = { $name } · { $cases }
button-incidents = Events
button-incident-new = Name a new event
button-incident-put = + { $name }
button-incident-out = Take it out
button-incident-add = Put cases under it
button-incident-write = Write to these families
button-incident-rename = Change its name
button-incident-remove = Remove it
case-incidents = Event: { $names }
incidents-of-case = <b>{ $code }: which event does it belong to?</b>
incident-cases = Cases under it: { $cases }
incident-ask-name = What shall the event be called? By day and place, for example, and without names of people: the whole team sees it.
incident-ask-codes = Write the codes of the cases that belong to it, one or several: K7Q-4M2.
incident-gone = an event that is no longer kept
find-incidents = Events with this name:
history-joined-incident = put it under an event
history-left-incident = took it out of an event
