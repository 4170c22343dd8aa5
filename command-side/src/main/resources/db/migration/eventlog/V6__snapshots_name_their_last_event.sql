-- The event at the snapshot's sequence when it was taken; the log may have lost it, and have another there by now. A snapshot
-- without one is not used.
ALTER TABLE snapshot ADD COLUMN last_event uuid;
