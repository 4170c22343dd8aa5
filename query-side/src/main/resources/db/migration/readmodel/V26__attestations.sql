-- Signed reports of replays that were held against the read models. "position" is the place in the list of them.
CREATE TABLE attestation (
    id          uuid        PRIMARY KEY,
    position    bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    state       text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    intact      boolean,
    differences integer,
    report      text,
    key_id      text,
    signature   text,
    CONSTRAINT attestation_is_signed_once_finished CHECK (
        (state = 'FINISHED') = (report IS NOT NULL AND signature IS NOT NULL AND key_id IS NOT NULL))
);

CREATE UNIQUE INDEX attestation_one_at_a_time ON attestation ((true)) WHERE state = 'RUNNING';
