# A weekly report for a client in Berlin, promised in New York. An illness of three weeks, in which the clocks change in New York, and
# not yet in Berlin. Nothing is forgotten, nothing is swallowed, and nobody has to tick ten boxes.
zone America/New_York
at 2026-02-16T09:00
$ client "Acme Corp" --new --zone Europe/Berlin
$ promise "weekly report" --to acme --every "friday 4pm" -e 1h
?show 1 kind=promise state=agreed due=2026-02-20T16:00
?- missed
at 2026-02-20T15:30
$ done 1
?show 1 state=done
?show 2 state=agreed due=2026-02-27T16:00
# no update is owed on what is itself what they hear
?- update id=2
# ill from here on; the next one opens when its time has passed
at 2026-02-28T09:00
? promise id=2 severity=overdue
?show 3 state=agreed due=2026-03-06T16:00
?- missed
at 2026-03-09T08:00
# in New York it is summer time now: still four o'clock there
?show 2 state=missed
?show 3 state=agreed
?show 4 state=agreed due=2026-03-13T16:00
? missed id=2 severity=overdue
? promise id=3 severity=overdue
at 2026-03-23T09:00
?show 3 state=missed
?show 4 state=missed
?show 5 state=agreed due=2026-03-20T16:00
?show 6 state=agreed due=2026-03-27T16:00
# one line for all of them
? missed id=4 severity=overdue
?- missed id=2
# last week's was sent after all, late; this week's stays
$ done 4 --at "2026-03-14T10:00"
?show 4 state=done
? missed id=3
?show 5 state=agreed
$1 drop 3 --missed
$ drop 3 --missed --because "I was ill; Dana knows"
?- missed
?show 2 state=missed
?show 3 state=missed
?history 3 PromiseMade OccurrenceMissed MissExplained
? promise id=5
$ done 5
?show 6 state=agreed
# undo passes over what came by itself
$ undo
?show 5 state=agreed
?show 6 state=agreed
$ redo
# a holiday that they know of is no miss
$ standing 6 --pause "30 mar..10 apr" --because "they are closed over Easter"
$ done 6 --at "2026-03-23T08:59"
at 2026-04-13T09:00
?- missed
?show 7 state=agreed due=2026-04-17T16:00
$ standing 7 --stop --because "the project is over"
?show 7 state=dropped
