# Small favours, one after the other, each given with a reason. The fourth is seen for what it is.
zone America/New_York
at 2026-01-12T10:00
$ add "shop" -c "Cafe Lumiere" --agreed "27 feb" -w -e 30h
$ add "change the opening hours" -c lumiere --out-of-scope -e 1h
? unpriced-scope id=2
$1 price 2 free
$ price 2 free --because "it takes minutes"
?- unpriced-scope id=2
?show 2 price=free approvedBy=null scope=out
$ done 2 --took 1h
?- unpriced-scope id=2
at 2026-01-26T10:00
$ add "new photo of the terrace" -c lumiere --extra-to 1 -e 2h
$ done 3 --took 2.5h
? unpriced-scope id=3
$ price 3 free --because "she asked so nicely"
?- unpriced-scope id=3
at 2026-02-16T10:00
$ add "menu as PDF" -c lumiere --out-of-scope
$ price 4 "EUR 120"
$ price 4 free --because "the shop is late"
$ done 4 --took 2h
at 2026-02-23T10:00
$ add "and the menu in French" -c lumiere --out-of-scope -e 2h
?show 5 scope=out price=null
? unpriced-scope id=5 severity=today
?history 4 RequestRecorded PricePut GivenFree Delivered
# taken back into what was agreed, it needs no price
$ edit 5 --scope in
?- unpriced-scope id=5
$ edit 5 --scope out
? unpriced-scope id=5
$ drop 5 --because "they do it themselves"
?- unpriced-scope id=5
