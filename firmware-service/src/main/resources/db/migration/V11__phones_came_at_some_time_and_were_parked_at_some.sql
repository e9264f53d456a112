-- When it was first seen, by the door's clock: who comes while a rollout runs is of none of its
-- panels without proof. Those that are here came before all rollouts to come.
ALTER TABLE phone ADD COLUMN first_seen_at timestamptz NOT NULL DEFAULT 'epoch';
ALTER TABLE phone ALTER COLUMN first_seen_at SET DEFAULT now();

-- When it was parked, by our clock: so many, and no more, between two looks of somebody's.
ALTER TABLE parked ADD COLUMN since timestamptz NOT NULL DEFAULT now();
ALTER TABLE parked ALTER COLUMN since SET DEFAULT clock_timestamp();
