-- Whose accounts there are, for the decision whether somebody may leave. It holds no other event, so it costs payments nothing.
CREATE INDEX account_opened_by ON event ((payload ->> 'ownerId')) WHERE type = 'AccountOpened';
