# What nobody works on is no day lost, and none that a date moves by: a holiday, and two days away. The first new date
# that they named for the assets passed too.
zone America/New_York
at 2026-05-18T09:00
config work.holidays US
$ away "4 jun".."5 jun" --note "a wedding"
$ add "brochure" -c Initech --agreed "fri 12 jun 2pm" -w -e 1h
$ await "photos" --from initech --by "wed 20 may" --blocks 1
# Memorial Day is no day lost
at 2026-05-26T10:00
?show 2 workingDaysLate=3
# they name another date: the three days stay lost
$ move 2 "thu 28 may" --because "the photographer is ill" --via phone
?show 2 due=2026-05-28 workingDaysLate=3
?- waiting id=2 severity=overdue
# six more: 29 May, 1 to 3, 8 and 9 June
at 2026-06-09T10:00
? waiting id=2 severity=overdue
?show 2 workingDaysLate=9
$ done 2
# there is so much room that the date can still be kept: nothing is in danger, and it moves by the days lost all the same
?- at-risk id=1
?show 1 due=2026-06-12T14:00
$ move 1 --late 2 --via email
# nine working days after 12 June, of which Juneteenth is none; a time keeps its time
?show 1 due=2026-06-26T14:00 inWriting=true
?history 2 PromiseAwaited DateMoved AwaitedReceived
