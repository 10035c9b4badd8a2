# A contract that ends, a birthday on a leap day, and a client who is merged meanwhile.
zone America/New_York
at 2026-03-02T09:00
$ client Acme --new
$2 client Acme --on "31 dec"
$2 client Acme --remember "contract ends" --remember "pays late" --on "31 dec"
$2 client Acme --remember "contract ends" --ahead "60 days"
$1 client Acme --remember "contract ends" --on "1 mar 2026"
$1 client Acme --remember "contract ends" --on "31 dec 5pm"
$ client Acme --remember "contract ends" --on "31 dec 2026" --ahead "60 days"
$ client Acme --remember "Dana's birthday" --on "29 feb every year"
?- remembered client=Acme
at 2026-10-31T09:00
?- remembered client=Acme
at 2026-11-01T09:00
? remembered client=Acme severity=today title=contract id=null
# it is about them, wherever they are
$ client "Acme Inc" --new
$ client "Acme Inc" --merge Acme
?- remembered client=Acme title=Dana
? remembered client=Acme title=contract
at 2026-12-01T09:00
? remembered title=contract
$1 client "Acme Inc" --seen licence
$ client "Acme Inc" --seen "contract ends"
?- remembered title=contract
$ undo
? remembered title=contract
at 2026-12-31T20:00
? remembered title=contract
# nobody has seen it, perhaps because nobody was there; two weeks later it is history
at 2027-01-14T09:00
? remembered title=contract
at 2027-01-15T09:00
?- remembered title=contract
$1 client "Acme Inc" --seen "contract ends"
# two weeks before the last day of February, as nothing else was said
at 2027-02-13T09:00
?- remembered title=Dana
at 2027-02-14T09:00
? remembered title=Dana due=2027-02-28
$ client "Acme Inc" --seen Dana
?- remembered title=Dana
at 2028-02-20T09:00
? remembered title=Dana due=2028-02-29
$ client "Acme Inc" --outdated Dana
?- remembered title=Dana
