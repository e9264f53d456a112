-- Written in the transaction of the decision, and never again: as in the redirect service.
CREATE TABLE audit_entry (
    -- in the order of transactions, as the outbox: a reader that goes on behind an entry misses none
    commit_number xid8        NOT NULL DEFAULT pg_current_xact_id(),
    id            bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    at            timestamptz NOT NULL,
    who           text        NOT NULL,
    via           text        NOT NULL,
    action        text        NOT NULL,
    subject       text        NOT NULL,
    -- whose thing it is; null if it is nobody's in particular
    provider_id   bigint,
    before        jsonb,
    after         jsonb,
    PRIMARY KEY (commit_number, id)
);

CREATE INDEX audit_entry_by_provider ON audit_entry (provider_id, commit_number, id);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, commit_number, id);

CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was decided stays written: audit_entry takes no %', TG_OP;
END
$$;

CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();
