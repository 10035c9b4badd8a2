# "Thanks, OK" wakes nothing: no reply, no clock, nothing open again.
zone Europe/Berlin
config dates.order dmy
at 2026-03-02T09:00
$ add Report --for Acme --agreed "20 mar" --in-writing
$ heard Acme "When is it?" --needs-reply --about 1
?show 2 kind=reply state=owed due=2026-03-03T09:00
$ answer 2 "On the 20th, as agreed" --via email
at 2026-03-02T10:00
$ heard --about 2 "Thanks, OK" --via email
?show 2 state=done
?- reply id=2
$4 show 3
$ heard --about 1 "Thanks, OK"
$ heard Acme "Thanks, OK"
$4 show 3
?show 1 nextUpdate=2026-03-05T17:00
# while something is owed, thanks does not move its clock either
$ heard Acme "And the invoice?" --needs-reply
?show 3 due=2026-03-03T10:00
at 2026-03-02T15:00
$ heard --about 3 "Thanks"
?show 3 state=owed due=2026-03-03T10:00
at 2026-03-03T11:00
? reply id=3 severity=overdue
# what I asked is theirs until they answer
$ told Acme "Where does the invoice go to?" --needs-reply --via email
?show 4 kind=awaiting state=waiting ball=them
at 2026-03-05T09:00
? waiting id=4 severity=overdue
$ heard --about 4 "To Mia"
?show 4 state=done
