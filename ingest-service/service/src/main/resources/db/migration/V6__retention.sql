-- What is left of a version whose bytes went by a rule about how long they are kept. Rows are never removed.
create table tombstone (
    delivery_id uuid        primary key references delivery,
    dataset_id  uuid        not null,
    version     integer     not null,
    rule        text        not null, -- whose rule, and its bounds
    before      text,                 -- how the version had ended before: state, when, why
    content     jsonb       not null, -- key and SHA-256 of the raw bytes and of every part of its tables
    decided_at  timestamptz not null, -- since then nobody can use it
    objects     bigint,               -- counted before the first was removed
    bytes       bigint,
    removed_at  timestamptz,          -- none while objects may be left
    proof       text                  -- JSON Web Signature
);
-- Removals that were broken off.
create index tombstone_unfinished on tombstone (decided_at) where removed_at is null;

-- What must not be removed, whatever the rules say: a dataset, or one version of it. Rows are never removed.
create table legal_hold (
    id          uuid        primary key,
    dataset_id  uuid        not null references dataset,
    version     integer,              -- none for all of them, later ones too
    reason      text        not null,
    placed_by   text        not null, -- Keycloak subject
    placed_at   timestamptz not null,
    lift_reason text,
    lifted_by   text,
    lifted_at   timestamptz,
    in_store    boolean     not null default false, -- whether the object store holds the objects too
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
);
create index legal_hold_dataset on legal_hold (dataset_id) where lifted_at is null;
