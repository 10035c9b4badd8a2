# They write three times before they are answered. The clock runs from the first message; an interim word is no answer.
zone America/Denver
config reply.within "4 working hours"
config reply.within.phone "2 working hours"
at 2026-03-09T10:00
$ heard Acme "When does the export come?" --needs-reply --via email
?show 1 kind=reply state=owed due=2026-03-09T14:00 replyOrder=first
at 2026-03-09T11:00
$ heard --about 1 "Hello? And who tests it?" --needs-reply --via phone
$4 show 2
?show 1 due=2026-03-09T14:00
at 2026-03-09T12:00
$ update 1 "I am looking into it" --via chat
?show 1 state=owed due=2026-03-09T14:00
at 2026-03-09T13:00
$ heard --about 1 "We are waiting." --needs-reply --via chat
$1 heard --about 1 "By two at the latest" --needs-reply --by "today 5pm"
? reply id=1 severity=today
at 2026-03-09T15:00
? reply id=1 severity=overdue
$ answer 1 "On Thursday" --via email --still "who tests it?"
?show 1 state=done late=true
?history 1 ReplyOwed WordHeard UpdateGiven WordHeard ReplyGiven
# what is still open has a clock of its own, from the answer
?show 2 kind=reply state=owed due=2026-03-10T11:00 replyOrder=next restOf=1
config reply.within "10 working days"
?show 1 late=true
?show 2 due=2026-03-10T11:00
# one who asks about it again joins what is open
at 2026-03-09T16:00
$ heard --about 1 "And the tests?" --needs-reply
$4 show 3
$ told --about 2 "Mia tests it" --via phone
?show 2 state=done late=false
# a new question about the same is a next reply
$ heard --about 2 "From when on?" --needs-reply --via phone
?show 3 state=owed replyOrder=next due=2026-03-10T10:00
# one about nothing in particular opens its own
$ heard Acme "Lunch on Friday?" --needs-reply --via phone
?show 4 state=owed replyOrder=first
