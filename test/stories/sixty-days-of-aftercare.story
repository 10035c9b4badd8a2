# Two deliveries to people who never say whether it is right: asked twice, and then left alone.
zone Europe/Berlin
at 2026-03-02T09:00
$ add "Price list" --for Lumen --agreed "tue 3 mar" -w
$ add "Sign" --for Lumen --agreed "tue 3 mar" -w
$ client Lumen --set "aftercare=2 working days, 30 days"
at 2026-03-03T10:00
$ done 1 2
$ told --about 1 "it is done, here is the link"
?- aftercare id=1
at 2026-03-04T09:00
? aftercare id=1 severity=soon
at 2026-03-05T10:01
? aftercare id=1 severity=overdue
$ told --about 1 "does it work for you?"
?- aftercare id=1
? aftercare id=2 severity=overdue
$ snooze 2 "mon 9 mar"
?- aftercare id=2
at 2026-03-09T09:00
? aftercare id=2 severity=overdue
# nobody asked about the second; the next time takes over
at 2026-04-02T09:59
? aftercare id=1 severity=today
? aftercare id=2 severity=overdue due=2026-03-05
at 2026-04-02T10:01
? aftercare id=1 severity=overdue due=2026-04-02
? aftercare id=2 severity=overdue due=2026-04-02
$ draft 1 aftercare --sent
?- aftercare id=1
?history 1 Delivered UpdateGiven UpdateGiven UpdateGiven
at 2026-05-02T09:59
? aftercare id=2
at 2026-05-02T10:01
?- aftercare id=1
?- aftercare id=2
?- quiet-client client=Lumen
?show 1 state=done
?show 2 state=done
