-- Beginnings of addresses that the operator added to the configured ones.
CREATE TABLE oui (
    prefix   integer PRIMARY KEY CHECK (prefix >= 0 AND prefix < (1 << 24) AND prefix & (1 << 16) = 0),
    added_at timestamptz NOT NULL
);

-- What is printed on a carton, or on one phone: its addresses, and a code that only who holds it can read.
CREATE TABLE carton (
    first_mac bigint    NOT NULL,
    last_mac  bigint    NOT NULL,
    span      int8range NOT NULL GENERATED ALWAYS AS (int8range(first_mac, last_mac, '[]')) STORED,
    salt      bytea     NOT NULL,
    -- SHA-256 of salt and code
    digest    bytea     NOT NULL,
    PRIMARY KEY (first_mac, last_mac),
    CONSTRAINT carton_is_a_range CHECK (0 < first_mac AND first_mac <= last_mac AND last_mac < (1::bigint << 48))
);

CREATE INDEX carton_by_span ON carton USING gist (span);
