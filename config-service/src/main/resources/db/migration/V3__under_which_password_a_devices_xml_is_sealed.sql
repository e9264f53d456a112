-- The XML password (P1359) that the phone is taken to have, sealed; null: none, its XML goes out as it is.
ALTER TABLE device
    ADD COLUMN config_key        text CHECK (jsonb_typeof(config_key::jsonb) = 'object'),
    -- the one before, as long as the new one may have to be taken back
    ADD COLUMN config_key_before text CHECK (jsonb_typeof(config_key_before::jsonb) = 'object'),
    ADD COLUMN config_key_state  text NOT NULL DEFAULT 'settled'
        CHECK (config_key_state IN ('settled', 'fresh', 'given', 'taken-back')),
    -- of the state; for a settled one, when the wish for another password came
    ADD COLUMN config_key_at     timestamptz NOT NULL DEFAULT '-infinity';

ALTER TABLE device_revision ADD COLUMN config_key text;
