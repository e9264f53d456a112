-- What the doors have seen of a phone, once for each provider it was sent to, and once, under 0, for the
-- times it was sent to nobody. Only least and greatest are kept, so that sightings may come twice and in any order.
CREATE TABLE arrival (
    mac           bigint      NOT NULL CHECK (0 <= mac AND mac < (1::bigint << 48)),
    provider_id   bigint      NOT NULL,
    first_contact timestamptz NOT NULL,
    last_contact  timestamptz NOT NULL,
    -- of the last contact
    outcome       text        NOT NULL,
    model         text        NOT NULL,
    version       text        NOT NULL,
    redirected_at timestamptz,
    -- no range was found around it yet, so it is not kept for ever
    stray         boolean     NOT NULL,
    PRIMARY KEY (mac, provider_id),
    CONSTRAINT arrival_has_an_order CHECK (first_contact <= last_contact),
    CONSTRAINT stray_is_nobodys CHECK (NOT stray OR provider_id = 0)
);

CREATE INDEX arrival_stray ON arrival (last_contact, mac) WHERE stray;

-- A MAC address as the audit writes it, twelve hex digits, as a number.
CREATE FUNCTION mac_bits(mac text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ('x' || lpad(mac, 16, '0'))::bit(64)::bigint;

-- Which ranges ever held an address: of each, the entries that gave it its span.
CREATE INDEX audit_entry_by_span ON audit_entry
    USING gist (int8range(mac_bits(after ->> 'first'), mac_bits(after ->> 'last'), '[]'))
    WHERE subject ^@ 'range/' AND after IS NOT NULL
      AND (before IS NULL OR before ->> 'first' <> after ->> 'first' OR before ->> 'last' <> after ->> 'last');
