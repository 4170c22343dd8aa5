-- The payment's last event when a worker began to act on it: whoever takes over sees by it whether that was done.
ALTER TABLE batch_item ADD COLUMN started_at_sequence bigint;

-- Whoever repeats a request gets the batch that it began.
ALTER TABLE batch ADD COLUMN idempotency_key text;
CREATE UNIQUE INDEX batch_by_idempotency_key ON batch (requested_by, idempotency_key) WHERE idempotency_key IS NOT NULL;
