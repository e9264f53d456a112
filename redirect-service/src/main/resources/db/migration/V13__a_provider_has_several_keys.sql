-- Every key that was made until now is its provider's first, and may make others.
ALTER TABLE api_key ADD COLUMN name text NOT NULL DEFAULT 'first' CHECK (length(name) BETWEEN 1 AND 100);
ALTER TABLE api_key ADD COLUMN permissions text[] NOT NULL DEFAULT '{keys}'
    CONSTRAINT permissions_are_known CHECK (permissions <@ ARRAY['keys', 'reveal']);
ALTER TABLE api_key ALTER COLUMN name DROP DEFAULT;
ALTER TABLE api_key ALTER COLUMN permissions DROP DEFAULT;
