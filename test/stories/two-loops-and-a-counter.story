# They refuse the first resolution. What it proposed is not opened; the second one is approved, and then a fact turns up.
zone Europe/Berlin
config dates.order dmy
at 2026-05-04T10:00
$ complain Globex "the invoice is wrong again" --next "today 15:00" --topic invoices --via email
?show 1 kind=complaint state=owed topic=invoices
at 2026-05-04T14:00
$ resolve 1 --fact "it has the rates of last year" --cause ours --remedy "ours: a new invoice by wed 6 may" --remedy "ours: 10 percent off the next one by 1 june"
$ offer 1 --via phone --next "tomorrow 10:00"
?show 1 state=offered ball=them
?show 2 state=done
?show 3 kind=promise due=2026-05-05T10:00
# a complaint has no date to offer, and cannot be agreed
$1 offer 1 "8 may"
$1 agree 1
?- complaint id=1
# they have as long as for an offer
at 2026-05-05T13:00
?- awaiting-approval id=1
at 2026-05-05T14:05
? awaiting-approval id=1 severity=overdue
$ update 1 "what do you think of it?" --via email
?show 3 state=done
at 2026-05-05T16:00
$1 counter 1
$ counter 1 --because "it does not say who checks the rates" --via phone
?show 1 state=owed ball=me
?history 1 ResolutionOffered ResolutionRejected
$4 show 4
?- awaiting-approval id=1
# the second loop
$ resolve 1 --remedy "ours: a new invoice, rates checked by Mia, by wed 6 may" --prevention "theirs: the rates of the year by 30 jun"
$ offer 1 --via email
?show 1 state=offered
at 2026-05-05T17:00
$ approve 1 "Mia Brandt" --in-writing
?show 1 state=agreed approvedBy="Mia Brandt"
# only what was approved is open
?show 4 kind=promise title="a new invoice, rates checked by Mia" due=2026-05-06
?show 5 kind=awaiting due=2026-06-30
$4 show 6
# a fact turns up later: the yes before it is asked for again
at 2026-05-06T09:00
$ resolve 1 --fact "the invoice of April has the same rates"
?show 1 state=owed approvedBy=null
$1 done 1
$ offer 1 --via phone
$ approve 1 "Mia Brandt" --via phone
?show 1 state=agreed
# nothing is opened twice
$4 show 6
$ done 4
$ done 1
?history 1 ResolutionOffered ResolutionRejected ResolutionOffered ResolutionApproved FactFound ResolutionOffered ResolutionApproved Delivered
# the third time that invoices go wrong, it is asked what would remove the need
$ complain Globex "again the old rates" --next tomorrow --topic Invoices
?show 6 topic=invoices
$ done 6 --without-approval --because "Mia has left, nobody there remembers it"
?show 6 state=done approvedBy=null
$ complain Globex "and again" --next tomorrow --topic invoices
$ drop 8 --because "they have stopped talking to us about it"
?show 8 state=dropped
?show 9 state=dropped
