-- What came to its end lately, and who gave a payment which reference: asked by the screens that operators keep open.
CREATE INDEX saga_by_end ON saga (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX payment_by_reference ON payment (end_to_end_id) WHERE end_to_end_id IS NOT NULL;
