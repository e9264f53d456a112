ALTER TABLE mac_range
    DROP CONSTRAINT mac_range_state_check,
    DROP CONSTRAINT parent_is_the_providers,
    DROP CONSTRAINT mac_range_id_first_mac_last_mac_provider_id_key,
    DROP CONSTRAINT siblings_stand_apart,
    ADD COLUMN company    text,
    -- the phones that are redirected while the range is in its pilot
    ADD COLUMN pilot_macs bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN reason     text,
    ADD COLUMN blocked    boolean  NOT NULL DEFAULT false;

ALTER TABLE mac_range
    -- a rejected range is history: it holds no address and lies in nothing
    ADD COLUMN stands        boolean NOT NULL GENERATED ALWAYS AS (state <> 'rejected') STORED,
    ADD COLUMN parent_stands boolean GENERATED ALWAYS AS (CASE WHEN parent IS NOT NULL THEN true END) STORED,
    ADD CONSTRAINT state_is_known CHECK (state IN ('pending', 'pilot', 'active', 'rejected', 'default')),
    ADD CONSTRAINT rejected_with_a_reason CHECK ((state = 'rejected') = (reason IS NOT NULL)),
    ADD CONSTRAINT rejected_lies_nowhere CHECK (state <> 'rejected' OR parent IS NULL),
    ADD CONSTRAINT pilot_lies_inside CHECK (
        cardinality(pilot_macs) <= 100
        AND array_position(pilot_macs, NULL) IS NULL
        AND first_mac <= ALL (pilot_macs) AND last_mac >= ALL (pilot_macs)),
    ADD CONSTRAINT pilot_has_phones CHECK (state <> 'pilot' OR cardinality(pilot_macs) > 0),
    ADD CONSTRAINT range_as_its_children_know_it UNIQUE (id, first_mac, last_mac, provider_id, stands),
    -- Deferrable: enclosing, splitting and handing over move a parent and its children in several statements.
    ADD CONSTRAINT parent_is_the_providers
        FOREIGN KEY (parent, parent_first, parent_last, provider_id, parent_stands)
            REFERENCES mac_range (id, first_mac, last_mac, provider_id, stands) DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT siblings_stand_apart
        EXCLUDE USING gist (coalesce(parent, 0) WITH =, span WITH &&) WHERE (stands);

DROP INDEX mac_range_by_span;
CREATE INDEX mac_range_by_span ON mac_range USING gist (span) WHERE stands;
