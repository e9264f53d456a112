-- When the phone last showed that it is the one with this address; null: all that is known of it are
-- claims.
ALTER TABLE phone ADD COLUMN proved_at timestamptz;
-- Its address lies in a range of the provider's, or the provider has none.
ALTER TABLE phone ADD COLUMN within boolean NOT NULL DEFAULT true;

-- Claims of addresses that are nobody's: a few are kept, and for some days.
CREATE INDEX phone_that_strays ON phone (provider_id, seen_at) WHERE NOT within AND proved_at IS NULL;

-- How many phones of each provider there are: they are not counted for each that comes.
CREATE TABLE phone_count (
    provider_id bigint PRIMARY KEY,
    phones      bigint NOT NULL
);

INSERT INTO phone_count SELECT provider_id, count(*) FROM phone GROUP BY provider_id;

-- The wave of whose panel the phone is; null: of none, what it does is not counted.
ALTER TABLE rollout_phone ADD COLUMN wave int;
-- It had proved itself when it was taken in: from then on it is believed with proof only.
ALTER TABLE rollout_phone ADD COLUMN proves boolean NOT NULL DEFAULT false;
-- The version that it said last, and when: doors do not tell in the order of time.
ALTER TABLE rollout_phone ADD COLUMN said text NOT NULL DEFAULT '';
ALTER TABLE rollout_phone ADD COLUMN said_at timestamptz;

DROP INDEX rollout_phone_by_place;
ALTER TABLE rollout_phone DROP COLUMN place;
CREATE INDEX rollout_phone_by_wave ON rollout_phone (rollout_id, wave) WHERE wave IS NOT NULL;
DROP INDEX rollout_phone_that_is_out;
CREATE INDEX rollout_phone_that_is_out ON rollout_phone (rollout_id, fetched_at)
    WHERE outcome IS NULL AND fetched_at IS NOT NULL;
