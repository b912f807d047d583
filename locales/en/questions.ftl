### The questions of the report, as they are asked. `why-` says why, and gives an example where one helps.

section-first = The most important
section-person = About the person
section-happened = What happened, more exactly
section-steps = What was done so far
section-recognise = How to recognise and help
section-you = How we reach you
section-consents = What we may do with it

## The most important

ask-relation = <b>Who is this person to you?</b>
why-relation = Choose, or say it in your own words. We ask because some letters may only be written by close relatives.
label-relation = Relation
option-relation-spouse = Husband or wife
option-relation-parent = Father or mother
option-relation-child = Son or daughter
option-relation-sibling = Brother or sister
option-relation-relative = Another relative
option-relation-friend = Friend or acquaintance

ask-name = <b>What is this person’s full name?</b>
why-name =
    As it stands in the documents, if you know it; a short name is enough for now. Any script is fine.
    For example: Сейітқали Ерлан Болатұлы
label-name = Full name

ask-event = <b>What happened?</b>
why-event = Choose what comes nearest. You can tell the rest in your own words in a moment.
label-event = What happened
option-event-taken = Taken away by officials
option-event-contact-lost = We lost contact
option-event-not-returned = Did not return from a trip
option-event-gathering = Taken at a gathering
option-event-sentenced = Sentenced
option-event-restricted = Kept at home, passport taken

ask-when = <b>When was this person last seen or heard?</b>
why-when =
    As exactly as you know it. “In July last year” is enough, or choose from the calendar.
    The day helps us to ask the right office.
label-when = Last seen or heard

ask-where = <b>Where was that?</b>
why-where =
    A town, a border crossing, an address, or your location on the map: whatever you know.
    Each place has another office that must answer us.
label-where = Where

ask-story = <b>What happened, in your own words?</b>
why-story =
    Take your time. You can write or speak, in several messages, and add photos or papers. Press “Done, that is all” when you have finished.
    Please do not name people who could be in danger because of it.
label-story = In your own words

## About the person

ask-other-names = <b>Does this person have other names, or other spellings?</b>
why-other-names =
    A name at home, a name before marriage, the name in Chinese characters: under each of them an office may have written something down.
    One name in each message. For example: 叶尔兰·赛依提哈力
label-other-names = Other names

ask-sex = <b>Is this person a woman or a man?</b>
why-sex = Offices ask for it in every form.
label-sex = Woman or man
option-sex-female = Woman
option-sex-male = Man

ask-birth = <b>When was this person born?</b>
why-birth =
    A year or an age is enough. It tells two people of the same name apart.
    For example: 1988, or 45 years old
label-birth = Born

ask-citizenship = <b>Which citizenship does this person have?</b>
why-citizenship = It decides which consulate may ask. You can choose several. If it is another, or only a residence permit, please write it.
label-citizenship = Citizenship
option-citizenship-kz = Kazakhstan
option-citizenship-cn = China
option-citizenship-kg = Kyrgyzstan
option-citizenship-uz = Uzbekistan
option-citizenship-ru = Russia
option-citizenship-tr = Turkey
option-citizenship-none = No citizenship

ask-residence = <b>Where is this person’s home?</b>
why-residence = The town or village is enough. The offices at home must answer, too.
label-residence = Home

ask-identity = <b>Which identity papers do you know of?</b>
why-identity =
    A passport, an identity card, a residence permit: the number, or a photo of the paper. With a number an office cannot say that it does not know who is meant.
    You can send it here at once, or add one paper after the other with the button.
label-identity = Identity papers
button-more-identity = Add a paper
ask-identity-kind = <b>Which paper is it?</b>
label-identity-kind = Paper
option-identity-kind-passport = Passport
option-identity-kind-card = Identity card
option-identity-kind-permit = Residence permit
option-identity-kind-birth = Birth certificate
ask-identity-number = <b>What is its number?</b> A photo of the paper is as good.
label-identity-number = Number

ask-occupation = <b>What work does this person do?</b>
why-occupation = Choose, or write it in your own words. Colleagues or a union can sometimes ask, too.
label-occupation = Work
option-occupation-driver = Driver
option-occupation-trader = Trader
option-occupation-farmer = Farmer or herder
option-occupation-worker = Worker
option-occupation-teacher = Teacher
option-occupation-student = Student
option-occupation-retired = Retired
option-occupation-home = At home

ask-vehicle = <b>Which vehicle was it, and with what number plate?</b>
why-vehicle =
    A vehicle leaves traces at the border that its driver does not.
    For example: a white lorry, 123 ABC 02
label-vehicle = Vehicle and plate

ask-route = <b>What was the load, and which way was it to go?</b>
why-route =
    Whoever sent or waited for the load may know something.
    For example: onions, from Shymkent by way of Khorgos to Urumqi
label-route = Load and way

## What happened, more exactly

ask-officials = <b>Who took this person away?</b>
why-officials =
    The office by its full name, if you know it. If not: uniforms, number plates, how many they were, what they said. The United Nations asks for it.
    For example: four men in black, a white minibus without a plate
label-officials = Who it was

ask-charge = <b>What term or charge were you told of?</b>
why-charge =
    A term has an end, and on that day we ask again.
    For example: 15 days, for “small hooliganism”; or: nobody told us anything
label-charge = Term or charge

ask-fine = <b>Was there a fine, and how much is it?</b>
why-fine =
    If there were several, name all of it together here. Fines that follow one another show something, too.
    For example: 87 thousand tenge
label-fine = Fine

ask-learned = <b>What was the last that you heard of this person, and how do you know?</b>
why-learned =
    What you heard yourself weighs more than what was passed on; both help.
    For example: he called in March from the border; in May his cousin wrote that he had been taken
label-learned = Last contact

ask-crossings = <b>Did this person cross a border?</b>
why-crossings =
    The stamp of a border is hard to deny. Tell it in your own words, or add one crossing after the other with the button.
    For example: to China by way of Khorgos on 3 March
label-crossings = Border crossings
button-more-crossings = Add a crossing
ask-crossings-place = <b>Where was the border crossed?</b>
label-crossings-place = Crossing
ask-crossings-direction = <b>In which direction?</b>
label-crossings-direction = Direction
option-crossings-direction-to-cn = To China
option-crossings-direction-to-kz = To Kazakhstan
ask-crossings-date = <b>When was that?</b> “In March” is enough.
label-crossings-date = When

ask-witnesses = <b>Did somebody see what happened?</b>
why-witnesses = Please do not name anybody who could be in danger because of it. “A neighbour saw it” is enough; how to speak with her safely, we discuss later.
label-witnesses = Who saw it

## What was done so far

ask-petitions = <b>What have you or others done so far?</b>
why-petitions =
    Letters, calls, visits: to the police, a prosecutor, a ministry, a consulate, a court, the United Nations, a newspaper. With dates and numbers we can ask where an answer is.
    Tell it in your own words, or add one after the other with the button.
label-petitions = Letters and complaints
button-more-petitions = Add a letter or visit
ask-petitions-to = <b>Whom did you turn to?</b>
label-petitions-to = To whom
option-petitions-to-police = Police
option-petitions-to-prosecutor = Prosecutor
option-petitions-to-ministry = Ministry
option-petitions-to-consulate = Embassy or consulate
option-petitions-to-court = Court
option-petitions-to-un = United Nations
option-petitions-to-media = Newspaper or television
ask-petitions-date = <b>When was that?</b>
label-petitions-date = When
ask-petitions-number = <b>Is there a number or a stamp on it?</b> A photo of the letter is as good.
label-petitions-number = Number or stamp
ask-petitions-answer = <b>What was the answer?</b> “None yet” is an answer, too.
label-petitions-answer = Their answer

ask-obstacles = <b>What has kept you from turning to an office?</b>
why-obstacles =
    It is no reproach: the United Nations asks for it, and fear, or being sent away, is a good reason.
    For example: they would not take the letter; I was afraid for the others at home
label-obstacles = Why nothing could be done

ask-papers = <b>Did you receive any official paper?</b>
why-papers =
    A sentence, a summons, a notice of detention, a receipt for a fine. Send photos or files, as many as there are. A paper with a date is the strongest thing we can have.
    If there was none, that too says something: then press “I don’t know” or “Skip”.
label-papers = Official papers

## How to recognise and help

ask-health = <b>How is this person’s health, and what medicines are needed?</b>
why-health =
    An illness is a reason to ask for care, and to ask faster.
    For example: diabetes, insulin twice a day
label-health = Health and medicines

ask-dependants = <b>Who depends on this person?</b>
why-dependants =
    Children, parents, somebody who is ill: it counts in letters, and tells us whether the family needs help.
    For example: three children, the youngest is four; the mother is bedridden
label-dependants = Who depends on them

ask-marks = <b>How can this person be recognised?</b>
why-marks =
    Height, scars, a way of walking, glasses, clothes on that day.
    For example: tall, a scar over the left eyebrow, limps a little
label-marks = Marks

ask-photo = <b>Do you have a photo of this person?</b>
why-photo = A photo helps to recognise somebody. It is shown to nobody outside our team unless you agree to that first.
label-photo = Photo

ask-evidence = <b>Is there anything else that shows what happened?</b>
why-evidence = Messages, recordings, tickets, pictures of the place: send whatever you have, in as many messages as you like.
label-evidence = Other evidence

## How we reach you

ask-phone = <b>On which number can we call you?</b>
why-phone =
    Only if it is safe to call you. You can write the number or press the button below.
    For example: +7 701 123 45 67
label-phone = Telephone

ask-call-times = <b>When may we call you?</b>
why-call-times =
    We call only then, so that nobody learns of it who should not.
    For example: on weekdays after seven in the evening
label-call-times = When to call

ask-second-contact = <b>Is there somebody else whom we may ask if we cannot reach you?</b>
why-second-contact =
    Only somebody for whom it is safe, and who knows of it. A name and a number, please.
    For example: my sister Aigul, +7 701 123 45 67
label-second-contact = Second contact

## What we may do with it: each is asked by itself, and a no never makes the help less

ask-consent-lawyer = <b>May we show your report to a lawyer who works with us?</b>
why-consent-lawyer = The lawyer reads all of it and can say what can be done before a court. A no does not make our help less.
label-consent-lawyer = Show to a lawyer

ask-consent-authorities = <b>May we write to a consulate or a ministry with this person’s name?</b>
why-consent-authorities = The authorities then learn the name, and that somebody is asking. This can help, and it can also draw attention to the family. A no does not make our help less.
label-consent-authorities = Write to authorities

ask-consent-un = <b>May we bring the case before bodies of the United Nations?</b>
why-consent-un = There it stays confidential who told it, but the government receives the case with this person’s name. A no does not make our help less.
label-consent-un = United Nations

ask-consent-name = <b>May the name be published?</b>
why-consent-name = In a public list of missing people, and for newspapers. Everybody can read it then, also in the country where this person is held, and it cannot be taken back from everywhere. A no does not make our help less.
label-consent-name = Publish the name

ask-consent-photo = <b>May the photo be published?</b>
why-consent-photo = Everybody can see and copy it then. A no does not make our help less.
label-consent-photo = Publish the photo

ask-consent-place = <b>May the place be published where it happened?</b>
why-consent-place = Whoever knows the place may guess who told of it. A no does not make our help less.
label-consent-place = Publish the place

ask-consent-statistics = <b>May we count this case in statistics, without names?</b>
why-consent-statistics = Only numbers are shown: how many people, from which region, in which year. A no does not make our help less.
label-consent-statistics = Count in statistics
