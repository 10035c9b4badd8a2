# A client sends the assets nine working days late. The date moves for it, openly, to one that can be kept.
zone America/Denver
at 2026-02-26T09:00
$ client "Acme Corp" --new --person "Dana Lee <dana@acme.example>"
$ add "site" -c acme --agreed "fri 27 mar" -w -e 60h
$ await "assets" --from dana --by "mon 2 mar" --blocks 1
?show 1 due=2026-03-27 chance=0.8
?show 2 blocks=1 workingDaysLate=0
# in time, nothing moves a date
$1 move 1 --late 2
at 2026-03-02T16:00
?- waiting id=2 severity=overdue
$1 move 1 --late 2
# late, nothing moves by itself, but it is said
at 2026-03-04T10:00
? waiting id=2 severity=overdue message="assets from Dana Lee (Acme Corp): they are 2 days late; 2 working days lost for 1; a date that holds if it came now: Mon 30 Mar"
? at-risk id=1 message="site for Acme Corp: 70% likely by Fri 27 Mar; waits for 2 assets (Dana Lee): 2 working days lost; a date that holds if it came now: Mon 30 Mar, by the days lost Tue 31 Mar"
?show 1 due=2026-03-27
$ draft 2 chase --sent
# nine working days after it was due it comes
at 2026-03-13T10:00
? waiting id=2 severity=overdue
$ done 2
?- waiting id=2
?show 2 state=done workingDaysLate=9
?show 1 due=2026-03-27
? at-risk id=1 holds=2026-04-08T17:00 command="followup offer 1 DATE --because TEXT"
# what does not hold it up, is no awaiting, or is not mine, moves nothing
$ await "logo" --from dana --by "mon 16 mar"
$1 move 1 --late 3
$1 move 1 --late 1
$1 move 2 --late 2
$1 move 3 --late 2
$4 move 1 --late 9
$1 move 1 --late 2 "fri 6 mar"
$ edit 3 --blocks 1
$1 move 1 --late 3
$1 edit 1 --blocks 2
# both sides settle it: no date and no reason are needed
$ move 1 --late 2 --via phone --because "Dana agrees"
?show 1 due=2026-04-09T17:00 state=agreed inWriting=false
?history 1 RequestRecorded DateAgreed DateMoved
?- at-risk id=1
?show 1 chance=0.8
# the same days do not move it twice
$1 move 1 --late 2
$ undo
?show 1 due=2026-03-27
# a date that they name wins
$ move 1 "fri 17 apr" --late 2 -w
?show 1 due=2026-04-17 inWriting=true
