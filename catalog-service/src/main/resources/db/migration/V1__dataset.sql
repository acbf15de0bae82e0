-- A department of the city, as Keycloak's groups have it.
create table department (
    slug       text primary key,
    name       text        not null,
    active     boolean     not null, -- false once the group is gone; what it delivered stays
    revision   bigint      not null,
    changed_at timestamptz not null
);

-- A dataset as it is registered. Its id is in every event, object key, policy and grant.
create table dataset (
    id                    uuid primary key,
    revision              bigint      not null, -- rises with every change; the ETag
    name                  text        not null unique check (name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(name) <= 100),
    requested_name        text,                 -- the name it was pushed to when somebody else had that
    department            text        not null, -- slug; landings may come before the department is known here
    status                text        not null check (status in ('DRAFT', 'REGISTERED', 'WITHDRAWN')),
    missing               text[]      not null, -- what it still lacks for registration, as of the last change
    title                 text,
    description           text,
    themes                text[]      not null, -- EU data themes, as IRIs
    keywords              text[]      not null,
    license               text,
    frequency             text,
    temporal_from         date,
    temporal_until        date,
    spatial               text,
    confidentiality       text,
    personal_data         text,
    classification_reason text,                 -- why not public: a ground of the Woo, or in words
    classified_by         text,                 -- Keycloak subject
    classified_at         timestamptz,
    reject_limit          double precision check (reject_limit between 0 and 1),
    created_by            text,                 -- Keycloak subject; null for a draft from a landing
    created_at            timestamptz not null,
    updated_by            text,
    updated_at            timestamptz not null,
    check ((confidentiality is null) = (personal_data is null))
);
create index dataset_department on dataset (department);

-- Every name a dataset has or had: a former name keeps resolving and is never given away.
create table dataset_name (
    name       text primary key,
    dataset_id uuid        not null,
    since      timestamptz not null
);
create index dataset_name_dataset on dataset_name (dataset_id);

-- Who fills which role.
create table dataset_role (
    dataset_id uuid not null references dataset,
    role       text not null,
    person     text not null, -- Keycloak subject, never a name
    primary key (dataset_id, role, person)
);
create index dataset_role_person on dataset_role (person);

-- What columns mean, in people's words; by name, so that it can be written before anything landed.
create table dataset_column (
    dataset_id  uuid not null references dataset,
    table_name  text not null,
    column_name text not null,
    description text not null,
    primary key (dataset_id, table_name, column_name)
);

-- A version as ingest announced it. Events arrive in any order, so there is no foreign key.
create table dataset_version (
    dataset_id  uuid        not null,
    version     integer     not null,
    revision    bigint      not null, -- of the announcement; 0 while it has only landed
    reading     integer     not null,
    delivery_id uuid        not null,
    sha256      text        not null,
    size        bigint      not null,
    media_type  text        not null,
    outcome     text,                 -- null while it has only landed
    reason      text,
    tables      jsonb       not null,
    findings    jsonb       not null,
    landed_at   timestamptz not null,
    read_at     timestamptz,
    primary key (dataset_id, version)
);

-- How good a version is, as quality announced it.
create table version_score (
    dataset_id uuid             not null,
    version    integer          not null,
    revision   bigint           not null,
    reading    integer          not null, -- the score of an earlier reading counts no more
    score      double precision,
    dimensions jsonb            not null,
    verdict    text             not null,
    reasons    text[]           not null,
    scored_at  timestamptz      not null,
    primary key (dataset_id, version)
);
