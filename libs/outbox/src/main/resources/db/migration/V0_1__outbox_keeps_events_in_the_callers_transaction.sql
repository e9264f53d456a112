-- The library's part of every control plane's database; a service's own migrations begin at V1.

CREATE SEQUENCE outbox_revision;

CREATE TABLE outbox (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- the transaction that wrote the row: its commit number
    commit_number xid8        NOT NULL DEFAULT pg_current_xact_id(),
    key           text        NOT NULL,
    type          text        NOT NULL,
    -- drawn while the caller holds the lock of its own row: the later writer of a key has the higher revision
    revision      bigint      NOT NULL DEFAULT nextval('outbox_revision'),
    gone          boolean     NOT NULL DEFAULT false,
    at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- null is a tombstone
    value         bytea
);

CREATE INDEX outbox_in_commit_order ON outbox (commit_number, id);

-- The last word about every key: what a topic made anew is told. A key that is gone stays until its tombstone, seven days
-- later.
CREATE TABLE outbox_told (
    key      text PRIMARY KEY,
    type     text        NOT NULL,
    revision bigint      NOT NULL,
    gone     boolean     NOT NULL,
    since    timestamptz NOT NULL DEFAULT clock_timestamp(),
    value    bytea       NOT NULL
);

CREATE INDEX outbox_told_gone_by_age ON outbox_told (since) WHERE gone;
