CREATE TABLE offer (
    provider_id  bigint NOT NULL,
    -- or a model, in the maker's spelling
    family       text   NOT NULL,
    release_id   bigint NOT NULL REFERENCES release (id),
    version      text   NOT NULL,
    folder       text   NOT NULL,
    prefix       text   NOT NULL,
    postfix      text   NOT NULL,
    -- P194 and P238; null: phones are told nothing
    auto_upgrade int    CHECK (auto_upgrade BETWEEN 0 AND 3),
    affix_check  int    CHECK (affix_check BETWEEN 0 AND 2),
    PRIMARY KEY (provider_id, family)
);

CREATE INDEX offer_by_release ON offer (release_id);

CREATE TABLE subscription (
    provider_id bigint NOT NULL,
    family      text   NOT NULL,
    PRIMARY KEY (provider_id, family)
);

CREATE TABLE companion (
    provider_id bigint      NOT NULL,
    name        text        NOT NULL CHECK (name ~ '^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$'),
    digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    size        bigint      NOT NULL CHECK (size > 0),
    since       timestamptz NOT NULL,
    PRIMARY KEY (provider_id, name)
);

CREATE INDEX companion_by_digest ON companion (digest);
