-- Whose files may go by TFTP although they hold a secret; changed under the lock of the provider's row.
CREATE TABLE tftp_range (
    provider_id bigint NOT NULL REFERENCES admission,
    first_mac   bigint NOT NULL,
    last_mac    bigint NOT NULL,
    PRIMARY KEY (provider_id, first_mac),
    CONSTRAINT a_range_has_addresses CHECK (0 < first_mac AND first_mac <= last_mac AND last_mac < (1::bigint << 48))
);
