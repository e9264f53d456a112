-- The last that a provider's phone said of itself to any door.
CREATE TABLE phone (
    provider_id bigint      NOT NULL,
    mac         bigint      NOT NULL,
    -- empty: it did not say
    model       text        NOT NULL,
    version     text        NOT NULL,
    group_name  text        NOT NULL,
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (provider_id, mac)
);

CREATE INDEX phone_by_version ON phone (provider_id, model, version);

-- Up to which time all of a door's sightings in a partition have been read.
CREATE TABLE door_heard (
    door      uuid        NOT NULL,
    partition int         NOT NULL,
    service   text        NOT NULL,
    -- null: it has sent sightings, and has never said how far they go
    heard_to  timestamptz,
    PRIMARY KEY (door, partition)
);
