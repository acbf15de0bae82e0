-- How a version's raw bytes were read; read again, they get another row, and the version stays.
create table reading (
    dataset_id  uuid        not null references dataset,
    version     integer     not null,
    reading     integer     not null, -- 1 for the first reading of these bytes
    outcome     text        not null check (outcome in ('READ', 'NOT_TABULAR', 'UNREADABLE')),
    reason      text,                 -- kebab-case code: why there are no tables
    document    jsonb,                -- the reader's own account; none when the reader did not survive the file
    manifest    text,                 -- object key; none without tables
    rejects     text,                 -- object key; none without rejected rows
    read_at     timestamptz not null,
    let_go_at   timestamptz,          -- when the document went because its parts had (streams); none for others
    primary key (dataset_id, version, reading)
);
-- A stream makes thousands of versions a day: which documents are left, without going past all that went.
create index reading_document on reading (dataset_id, version) where document is not null;

-- How the files of a dataset are to be read, as its steward decided; every revision is kept.
create table reading_contract (
    dataset_id   uuid        not null references dataset,
    revision     integer     not null, -- the highest one holds
    instructions jsonb       not null,
    changed_by   text        not null, -- Keycloak subject
    changed_at   timestamptz not null,
    primary key (dataset_id, revision)
);

-- Every id that a column of a table ever had: policies hold on to ids, so none is given out twice.
create table column_id (
    dataset_id  uuid    not null references dataset,
    table_name  text    not null,
    column_name text    not null, -- of a renamed column there is a row for each name
    id          integer not null,
    primary key (dataset_id, table_name, column_name)
);
