# A budget is far from used up, and yet it is certain that it will not last: that is said at once, not at the end.
zone America/New_York
at 2026-03-02T09:00
$ project Website -c "Globex" --budget 40h
$ add "design" -c globex --project website -e 10h --agreed "20 mar" -w
$ add "pages" -c globex --project website -e 14h --agreed "27 mar" -w
$ add "checkout" -c globex --project website -e 20h --agreed "10 apr" -w
# nothing is spent, but what it will come to is over the budget at P80
? over-budget severity=today client=Globex
?q 4 /website/
$1 project website --seen
$ project website --seen --because "they know, and want to see the design first"
?- over-budget
at 2026-03-06T16:00
$ spend 1 12h
?- over-budget
$ done 1
at 2026-03-20T16:00
# 80 % is another matter than what was seen before
$ spend 2 20h
? over-budget severity=today
$ project website --seen --because "raised on Monday, they said"
?- over-budget
# exactly 100 % is not past
$ spend website 8h --note "meetings"
?- over-budget
$ spend website 1h --note "one more meeting"
? over-budget severity=today
$ done 2
$ accept 2
? over-budget severity=today
$ project website --budget 70h --because "the checkout is larger than they thought" --by "Hank Scorpio"
?- over-budget
