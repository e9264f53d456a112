ALTER TABLE target_server
    ADD COLUMN config_prefix          text    NOT NULL DEFAULT '',
    ADD COLUMN config_postfix         text    NOT NULL DEFAULT '',
    ADD COLUMN firmware_prefix        text    NOT NULL DEFAULT '',
    ADD COLUMN firmware_postfix       text    NOT NULL DEFAULT '',
    ADD COLUMN auto_upgrade           text    NOT NULL DEFAULT 'keep',
    ADD COLUMN check_interval_minutes integer NOT NULL DEFAULT 0,
    ADD COLUMN spread_interval        integer NOT NULL DEFAULT 0,
    -- drawn once, so that a phone keeps its place when other things change
    ADD COLUMN spread_key             bytea   NOT NULL DEFAULT '',
    ADD COLUMN dhcp_override          integer NOT NULL DEFAULT 0,
    -- P-values in their order; secret ones are sealed
    ADD COLUMN settings               text    NOT NULL DEFAULT '[]',
    ADD COLUMN http_redirect          boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT auto_upgrade_is_a_word
        CHECK (auto_upgrade IN ('keep', 'never', 'interval', 'daily', 'weekly')),
    ADD CONSTRAINT interval_is_one_that_phones_take
        CHECK ((check_interval_minutes = 0 AND spread_interval = 0)
            OR (spread_interval >= 0 AND check_interval_minutes - spread_interval >= 60
                AND check_interval_minutes + spread_interval <= 86400)),
    ADD CONSTRAINT spread_has_its_key
        CHECK (octet_length(spread_key) = 16 OR (spread_interval = 0 AND octet_length(spread_key) = 0)),
    ADD CONSTRAINT dhcp_override_is_a_number_of_p145 CHECK (dhcp_override IN (0, 1, 2)),
    ADD CONSTRAINT settings_are_a_list CHECK (jsonb_typeof(settings::jsonb) = 'array'),
    ADD CONSTRAINT affixes_are_short
        CHECK (length(config_prefix) <= 32 AND length(config_postfix) <= 32
            AND length(firmware_prefix) <= 32 AND length(firmware_postfix) <= 32);
