-- Accounts are read from the log again, which says since when each may be overdrawn by how much.
TRUNCATE account, hold;
DELETE FROM projection WHERE name = 'accounts';

-- How far an account may be overdrawn from a position on; not at all before the first.
CREATE TABLE overdraft (
    account_id      uuid   NOT NULL,
    position        bigint NOT NULL,
    overdraft_limit bigint NOT NULL,
    PRIMARY KEY (account_id, position)
);

-- Most lines count on the day on which they are booked; these do not, and so cost an index nothing for all others.
CREATE INDEX entry_valued_otherwise ON entry (account_id, position) WHERE value_date <> booking_date;

-- What was held at a position that lies behind has ended after it.
CREATE INDEX hold_ended ON hold (account_id, ended_position, position) WHERE ended_position IS NOT NULL;
