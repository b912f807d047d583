### Claims: what is said to have happened, from whom, of which day, how sure.

button-claims = Claims · { $count }
button-all-claims = All claims
claims-title = <b>{ $code }: what is claimed</b>
claims-situation = What we best know from it: { $situation }
claims-contradict = { $count ->
    [one] <b>Two claims do not agree:</b>
   *[other] <b>{ $count } pairs of claims do not agree:</b>
}
claims-pair = { $what } · { $source } — { $other } · { $whence }
claims-pair-paper = The family’s word against an official paper: { $what } · { $source } — { $other } · { $whence }
claim-from-report = the family’s report
claim-report-says = The family’s own report says: { $what }
claim-no-day = day not known
claim-entered = { $source }. Entered by { $code }, { $day }
claim-replaced = This is an earlier version: it was corrected since.
claim-earlier = Earlier versions
label-claim-raised = Raised; at first it was
label-claim-aside = Set aside because
button-claim-add = Enter a claim
button-claim-correct = Correct it
button-claim-aside = Set it aside
button-claim-corroborated = Others bear it out
button-claim-documented = There is a document

slip-claim = A claim
ask-claim-what = What is said to have happened? Claims stand beside one another: yours writes over nobody’s.
label-claim-what = What
option-claim-what-missing = Went missing
option-claim-what-detained = Detained
option-claim-what-charged = Charged
option-claim-what-sentenced = Sentenced
option-claim-what-transferred = Transferred
option-claim-what-deported = Deported
option-claim-what-restricted = Freedom restricted
option-claim-what-released = Released
option-claim-what-contact = Seen or in contact
option-claim-what-located = Whereabouts known
option-claim-what-died = Died
option-claim-what-other = Something else
ask-claim-source = From where do we have it?
label-claim-source = Source
option-claim-source-relative = A relative
option-claim-source-paper = An official paper
option-claim-source-call = A call
option-claim-source-list = A list
option-claim-source-media = The media
option-claim-source-other = Another source
ask-claim-day = Of which day does it speak? As far as it is known: “14 March 2025”, “March 2025”, “since spring 2024”.
label-claim-day = As of
ask-claim-certainty = How sure is it? One voice is “said”; a second one that does not have it from the first makes it “borne out”.
label-claim-certainty = How sure
option-claim-certainty-said = Said
option-claim-certainty-corroborated = Borne out by others
option-claim-certainty-documented = Documented
ask-claim-other = What is it, in one or two lines?
label-claim-other = What it is
ask-claim-words = How was it said, in the words of the source? You can also send a voice message.
label-claim-words = In the words of the source
ask-claim-paper = If there is a paper, please send a photo or a file of it.
label-claim-paper = Paper
slip-aside = Setting a claim aside
ask-aside-why = Why does it count no more? The claim stays readable, with your reason.
label-aside-why = Why
