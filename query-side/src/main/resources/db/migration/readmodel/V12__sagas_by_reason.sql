-- Operators look for sagas by what went wrong. Those that never had trouble, nearly all, are not in it and cost nothing.
CREATE INDEX saga_by_reason ON saga (last_reason, started_at, position) WHERE last_reason IS NOT NULL;
