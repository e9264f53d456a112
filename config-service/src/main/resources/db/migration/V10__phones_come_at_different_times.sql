-- Made when a provider first says how its phones are to come, and never changed: a phone keeps its turn.
-- The row is locked by whoever changes one of the provider's paces.
CREATE TABLE staggering (
    provider_id bigint PRIMARY KEY CHECK (provider_id > 0),
    turn_key    bytea NOT NULL CONSTRAINT a_turn_key_has_16_bytes CHECK (length(turn_key) = 16)
);

CREATE TABLE pace (
    provider_id    bigint NOT NULL REFERENCES staggering,
    -- empty for the provider's own
    group_name     text   NOT NULL CHECK (group_name = '' OR group_name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    every_minutes  integer,
    spread_minutes integer,
    from_hour      integer,
    to_hour        integer,
    CONSTRAINT a_provider_or_group_has_one_pace PRIMARY KEY (provider_id, group_name),
    CONSTRAINT a_pace_is_an_interval_or_hours CHECK (
        num_nonnulls(every_minutes, spread_minutes) = 2 AND num_nonnulls(from_hour, to_hour) = 0
            AND spread_minutes >= 0 AND every_minutes - spread_minutes >= 60 AND every_minutes + spread_minutes <= 86400
        OR num_nonnulls(every_minutes, spread_minutes) = 0 AND num_nonnulls(from_hour, to_hour) = 2
            AND from_hour BETWEEN 0 AND 23 AND to_hour BETWEEN 0 AND 23)
);
