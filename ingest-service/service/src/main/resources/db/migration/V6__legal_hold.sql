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
