-- Datasets as ingest knows them: those whose first file it took in, and those that catalog announced.
create table dataset (
    id                uuid        primary key,
    name              text        not null, -- the current one; where two claim it, dataset_name decides
    department        text        not null, -- slug
    status            text        not null check (status in ('DRAFT', 'REGISTERED', 'WITHDRAWN')),
    -- who may know of it depends on this; null until it was classified: until then only its department, its role
    -- holders and overseers may
    confidentiality   text        check (confidentiality in ('PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'SECRET')),
    holders           text[]      not null default '{}', -- Keycloak subjects with a role on it
    stewards          text[]      not null default '{}', -- of the holders
    owners            text[]      not null default '{}', -- of the holders
    reject_limit      double precision,                  -- share of rows; null for the default
    descriptions      jsonb       not null default '{}', -- of columns, per table
    retained_versions integer,    -- the registration's own rule; where all three are empty the department's holds
    retained_period   text,
    retained_current  boolean,
    -- fed by observations or by files, never by both: a file would take the place of all that was observed
    stream            boolean     not null default false,
    latest_version    integer     not null default 0,    -- last given out; whoever holds this row's lock gives out the next
    accepted_delivery uuid,       -- of the latest version that neither failed nor ended
    accepted_sha256   text,       -- its content: the same bytes again make no new version
    revision          bigint      not null default 0,    -- catalog's; 0 until catalog announced it
    created_at        timestamptz not null
);

-- What a name leads to. Catalog's word goes before the name under which a first file came in.
create table dataset_name (
    name       text        primary key,
    dataset_id uuid        not null references dataset,
    standing   text        not null check (standing in ('MINTED', 'FORMER', 'CURRENT')),
    since      timestamptz not null -- of two datasets that claim a name as their present one the later claim holds
);
create index dataset_name_dataset on dataset_name (dataset_id);

-- Departments as catalog announced them, to distinguish a department that is not the sender's from an unknown one.
create table department (
    slug     text    primary key,
    active   boolean not null,
    revision bigint  not null
);
