# Extra work is done before anybody has said what it costs. It stays on today until somebody has.
zone America/Chicago
at 2026-06-01T09:00
$ add "shop relaunch" -c "Initech" --agreed "30 jun" -w -e 40h
$ add "banner for the summer sale" -c initech --extra-to 1 -e 3h
?show 2 scope=out price=null approvedBy=null
? unpriced-scope id=2 severity=today
# in scope, so there is nothing to price
$1 price 1 3h
$1 approve 1 "Bill Lumbergh"
at 2026-06-02T15:00
$ done 2 --took 5h
?show 2 state=done scope=out
? unpriced-scope id=2 severity=today
?q 4 /banner for the summer sale/
# it is priced all the same; they find it too dear, and the state stays
$ price 2 5h --via email
?show 2 state=done price=5h approvedBy=null
?- awaiting-approval id=2
at 2026-06-03T15:30
? awaiting-approval id=2 severity=overdue
$ counter 2 --because "too dear for a banner" --via phone
?show 2 state=done price=null scope=out
? unpriced-scope id=2 severity=today
$ price 2 "USD 300" --via email
?show 2 price="USD 300"
at 2026-06-03T16:00
$1 approve 2 me
$ approve 2 "Bill Lumbergh" --in-writing
?show 2 state=done price="USD 300" approvedBy="Bill Lumbergh" scope=out
?- unpriced-scope id=2
?- awaiting-approval id=2
?history 2 RequestRecorded Delivered PricePut PriceRejected PricePut PriceApproved
# a price with a date agrees the date
$ add "landing page" -c initech --out-of-scope -e 4h
$ price 3 4h --by "fri 12 jun" --via phone
?show 3 state=asked due=null
$ approve 3 "Bill Lumbergh" --via email
?show 3 state=agreed due=2026-06-12 inWriting=true approvedBy="Bill Lumbergh" scope=out
?- unpriced-scope id=3
