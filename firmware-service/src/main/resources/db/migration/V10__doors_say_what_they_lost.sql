-- When the door last lost something, by its clock, and when that was first heard here, by ours.
ALTER TABLE door_heard ADD COLUMN lost_at timestamptz;
ALTER TABLE door_heard ADD COLUMN lost_heard_at timestamptz;

-- When somebody last said that it may go on: what was lost before is theirs to have known.
ALTER TABLE rollout ADD COLUMN trusted_from timestamptz NOT NULL DEFAULT now();
