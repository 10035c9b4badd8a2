# A payroll export is wrong. The first fix goes out in a hurry, nobody there has said yes to it, and it fails.
zone America/New_York
at 2026-03-02T09:00
$ client "Acme Corp" --new --person "Dana Lee <dana@acme.example>"
$ add "payroll export" -c acme --agreed "wed 4 mar" -w -e 4h
at 2026-03-04T16:00
$ done 1 --took 3h
at 2026-03-05T09:10
# their words first, and a time to speak again
$1 complain dana "the totals are wrong, payroll could not be run" --about 1 --via phone
$ complain dana "the totals are wrong, payroll could not be run" --about 1 --via phone --next "today 2pm" --affected "40 employees" --needed-by "tue 10 mar"
?show 2 kind=complaint state=owed ball=me client="Acme Corp" wantedBy=2026-03-10 approvedBy=null
?show 3 kind=promise state=agreed due=2026-03-05T14:00
?history 2 ComplaintRaised AffectedNamed
? complaint id=2 severity=today due=2026-03-05T14:00
?- promise id=3
?- update id=3
?q 1 /totals are wrong/
# a fix is told, but not put to them for a yes
at 2026-03-05T13:30
$ update 2 "a corrected file is on its way" --via email --next "fri 6 mar 10am"
?show 3 state=done
?show 4 kind=promise due=2026-03-06T10:00
?- complaint id=2 severity=overdue
# it is not done: nobody approved anything, and nothing was put to them
$1 done 2
$1 approve 2 "Dana Lee"
$1 agree 2
at 2026-03-06T10:30
? complaint id=2 severity=overdue
$ heard --about 2 "the new file has the same totals" --via phone
? complaint id=2 severity=overdue
# now in order: facts, what they mean, what makes them whole, what changes
$ resolve 2 --fact "the column of bonuses is added twice" --link /tmp/export.csv --conclusion "the first fix looked at the wrong column" --cause ours
$ resolve 2 --remedy "ours: a file checked against the ledger by mon 9 mar" --prevention "theirs: the ledger of the month by mon 9 mar"
?show 2 state=owed
$ draft 2 resolution --sent
?show 2 state=offered ball=them
?history 2 FactFound ConclusionDrawn CauseNamed RemedyProposed PreventionProposed ResolutionOffered UpdateGiven
?- complaint id=2
# it says when they hear next, and that is a promise too; nothing of what is proposed is open before somebody said yes
?show 5 kind=promise state=agreed
$4 show 6
at 2026-03-06T16:00
$ approve 2 dana --via email
?show 2 state=agreed approvedBy="Dana Lee" ball=me
?show 6 kind=promise state=agreed due=2026-03-09 title="a file checked against the ledger"
?show 7 kind=awaiting state=waiting due=2026-03-09 who="Acme Corp"
at 2026-03-09T15:00
$ done 7
$ done 6
$ done 2
?show 2 state=done ball=null
?show 5 state=done
$ accept 2
?show 2 state=accepted approvedBy="Dana Lee"
?- complaint id=2
