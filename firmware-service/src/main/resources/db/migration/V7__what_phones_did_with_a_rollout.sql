-- Phones that a rollout has let in and that were seen to fetch its release, or to have got it.
CREATE TABLE rollout_phone (
    rollout_id bigint      NOT NULL REFERENCES rollout (id) ON DELETE CASCADE,
    mac        bigint      NOT NULL,
    place      bigint      NOT NULL,
    -- the version that it said when it fetched; empty: none
    was        text        NOT NULL,
    -- the last fetch of one try, and whether something was sent whole
    fetched_at timestamptz,
    whole      boolean     NOT NULL DEFAULT false,
    -- when it last said the version that it had before
    unchanged_at timestamptz,
    outcome    text        CHECK (outcome IN ('succeeded', 'failed')),
    outcome_at timestamptz,
    PRIMARY KEY (rollout_id, mac),
    CONSTRAINT outcome_at_some_time CHECK ((outcome IS NULL) = (outcome_at IS NULL))
);

CREATE INDEX rollout_phone_by_place ON rollout_phone (rollout_id, place);
CREATE INDEX rollout_phone_that_is_out ON rollout_phone (rollout_id, fetched_at)
    WHERE outcome IS NULL;

CREATE TABLE parked (
    rollout_id  bigint      NOT NULL REFERENCES rollout (id) ON DELETE CASCADE,
    mac         bigint      NOT NULL,
    provider_id bigint      NOT NULL,
    reason      text        NOT NULL CHECK (reason IN ('did-not-return', 'came-back-unchanged')),
    at          timestamptz NOT NULL,
    PRIMARY KEY (rollout_id, mac)
);
