-- What the doors have seen of phones: their timelines. The service makes a partition for each month before the month
-- begins, and drops it when nobody may ask for it any more.
CREATE TABLE sighting (
    -- whose directory was asked, or to whom the phone was sent; 0 is nobody
    provider_id bigint         NOT NULL CHECK (provider_id >= 0),
    mac         bigint         NOT NULL CHECK (0 <= mac AND mac < (1::bigint << 48)),
    time        timestamptz(3) NOT NULL,
    door        uuid           NOT NULL,
    sequence    bigint         NOT NULL CHECK (sequence >= 0),
    service     text           NOT NULL CHECK (length(service) BETWEEN 1 AND 32),
    kind        text           NOT NULL CHECK (length(kind) BETWEEN 1 AND 32),
    outcome     text           NOT NULL CHECK (length(outcome) BETWEEN 1 AND 32),
    -- empty from here on: not told
    file        text           NOT NULL CHECK (length(file) <= 128),
    model       text           NOT NULL CHECK (length(model) <= 128),
    version     text           NOT NULL CHECK (length(version) <= 128),
    method      text           NOT NULL CHECK (length(method) <= 128),
    user_agent  text           NOT NULL CHECK (length(user_agent) <= 256),
    address     text           NOT NULL CHECK (length(address) <= 64),
    status      integer        NOT NULL CHECK (status BETWEEN 100 AND 599),
    bytes       bigint         NOT NULL CHECK (bytes >= 0),
    secure      boolean        NOT NULL,
    -- (door, sequence) names a sighting, and a sighting has one time, provider and MAC. Read backwards, the key is the
    -- timeline of one phone as one provider may see it.
    CONSTRAINT a_sighting_is_kept_once PRIMARY KEY (provider_id, mac, time, door, sequence)
) PARTITION BY RANGE (time);
