"""The minute's round: revives what lost its engine, settles dead leases, seals the record."""
