# They are told that no objection by Friday counts as a yes. The one word that comes is no yes.
zone Europe/Berlin
at 2026-03-02T09:00
$ add "Landing page" --for Nordlicht --agreed "wed 4 mar" -w
$ add "Logo files" --for Nordlicht --agreed "wed 4 mar" -w
at 2026-03-03T16:00
$1 done 1 --review-until "mon 2 mar"
$ done 1 2 --review-until "fri 6 mar"
?show 1 state=done reviewUntil=2026-03-06T17:00 acceptedBySilence=false
?- review-window id=1
$1 accept 1 --by-silence
# the day before its end they are asked again
at 2026-03-05T09:00
? review-window id=1 severity=soon
$ told --about 1 "a reminder: until tomorrow evening"
?- review-window id=1
? review-window id=2 severity=soon
at 2026-03-06T18:30
? review-window id=1 severity=overdue
? review-window id=2 severity=overdue
# one of them was looked at after all
at 2026-03-07T11:00
$ heard --about 1 "the header is cut off on my phone" --via email
?- review-window id=1
$1 accept 1 --by-silence
$1 accept 1 2 --by-silence
?show 1 state=done reviewUntil=null
?show 2 state=done
$ accept 2 --by-silence
?show 2 state=accepted acceptedBySilence=true
?history 2 Delivered ReviewWindowOpened Accepted
?- review-window id=2
# without the word, it could be accepted
$ undo
$ undo
? review-window id=1 severity=overdue
$ redo
?- review-window id=1
# it is mended, and delivered again without a window: their yes is a word this time
$ reopen 1 --because "the header is cut off on phones"
at 2026-03-09T10:00
$ done 1
$1 accept 1 --by-silence
at 2026-03-11T10:01
? aftercare id=1 severity=overdue
$ accept 1 --note "now it is fine" --via phone
?- aftercare id=1
?show 1 state=accepted acceptedBySilence=false
