-- Phones ask for it by a prefix or postfix around their file's name (P234, P235). It never changes.
CREATE TABLE revision_name (
    provider_id bigint      NOT NULL CHECK (provider_id > 0),
    name        text        NOT NULL CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    prefix      text        NOT NULL CHECK (prefix ~ '^[A-Za-z0-9._~-]{0,32}$'),
    postfix     text        NOT NULL CHECK (postfix ~ '^[A-Za-z0-9._~-]{0,32}$'),
    at          timestamptz NOT NULL,
    PRIMARY KEY (provider_id, name),
    CONSTRAINT a_revision_name_has_an_affix CHECK (prefix <> '' OR postfix <> '')
);

-- Phones' names are read in any case.
CREATE UNIQUE INDEX affixes_name_one_revision ON revision_name (provider_id, lower(prefix), lower(postfix));

-- What sheets say under the name; one that is not here says nothing.
CREATE TABLE held_revision (
    provider_id bigint NOT NULL,
    name        text   NOT NULL,
    owner_id    bigint NOT NULL CONSTRAINT it_is_the_providers_or_the_operators CHECK (owner_id IN (0, provider_id)),
    sheet       text   NOT NULL,
    revision    bigint NOT NULL CHECK (revision > 0),
    PRIMARY KEY (provider_id, name, owner_id, sheet),
    FOREIGN KEY (provider_id, name) REFERENCES revision_name ON DELETE CASCADE,
    FOREIGN KEY (owner_id, sheet) REFERENCES sheet (owner_id, name)
);

-- Does anybody hold it still?
CREATE INDEX held_revision_by_sheet ON held_revision (owner_id, sheet, revision);
