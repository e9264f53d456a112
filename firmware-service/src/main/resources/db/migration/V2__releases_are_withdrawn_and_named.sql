ALTER TABLE release
    ADD COLUMN notes           text NOT NULL DEFAULT '' CHECK (length(notes) <= 20000),
    -- the version that a phone must have reached before; empty for none
    ADD COLUMN minimum_version text NOT NULL DEFAULT '' CHECK (length(minimum_version) <= 32),
    ADD COLUMN prefix          text NOT NULL DEFAULT '' CHECK (prefix ~ '^[A-Za-z0-9._-]{0,32}$'),
    ADD COLUMN postfix         text NOT NULL DEFAULT '' CHECK (postfix ~ '^[A-Za-z0-9._-]{0,32}$'),
    ADD COLUMN folder          text NOT NULL DEFAULT '' CHECK (length(folder) <= 260),
    ADD COLUMN withdrawn_at    timestamptz,
    DROP CONSTRAINT release_state_check,
    DROP CONSTRAINT published_at_some_time,
    ADD CONSTRAINT release_state_is_a_word CHECK (state IN ('draft', 'published', 'withdrawn')),
    ADD CONSTRAINT published_at_some_time CHECK (state <> 'published' OR published_at IS NOT NULL),
    ADD CONSTRAINT draft_was_never_published CHECK (state <> 'draft' OR published_at IS NULL),
    ADD CONSTRAINT withdrawn_at_some_time
        CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL));

COMMENT ON COLUMN release.provider_id IS 'redirect''s number of the provider; 0 is the operator';

-- asked by every walk over the store
CREATE INDEX release_file_by_digest ON release_file (digest);
