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
    primary key (dataset_id, version, reading)
);
