-- What became of a delivery: the state of the version that it is, how quality judged it, how it ended. Which state may
-- follow which stands in one place, VersionTransition. Whoever locks more than one row locks the version first, then its
-- reading_job, then its dataset.
create table version (
    delivery_id    uuid        primary key references delivery,
    dataset_id     uuid        not null references dataset,
    version        integer     not null,
    state          text        not null check (state in
        ('LANDED', 'READING', 'READ', 'RELEASED', 'HELD_BACK', 'FAILED', 'WITHDRAWN', 'REJECTED', 'REMOVED')),
    reasons        text[]      not null default '{}', -- kebab-case codes: why it failed or is held back
    tables         jsonb       not null default '[]', -- name, rows, rejectedRows, columns of each table
    revision       bigint      not null default 0,    -- of its last announcement
    landed_at      timestamptz not null, -- when the delivery was received: how long it is kept counts from here
    since          timestamptz not null, -- when it landed, or a reader or quality last brought it into its state
    score_revision bigint      not null default 0,
    -- what is behind the reasons for which quality holds it back: reason, table, column and arguments of each breach.
    -- Breaches name tables and columns, so they go with the bytes
    breaches       jsonb       not null default '[]',
    breach_counts  jsonb       not null default '{}', -- per reason, for of a great many only the first are listed
    ended_at       timestamptz,
    ended_by       text,                 -- Keycloak subject; none when a rule did it
    ended_reason   text,                 -- in words: why it was withdrawn, what its department is to do, which rule
    unique (dataset_id, version),
    -- an end states when and why
    check ((state in ('WITHDRAWN', 'REJECTED', 'REMOVED')) = (ended_at is not null))
);
-- The work list of versions that somebody must do something about.
create index version_work_list on version (since) where state in ('HELD_BACK', 'FAILED', 'REJECTED');
-- The work list asks of each version whether a later one was released.
create index version_released on version (dataset_id, version) where state = 'RELEASED';
-- What is due by a rule about how long versions are kept, without going past all that went before.
create index version_kept on version (dataset_id, landed_at) where state <> 'REMOVED';

-- A version that waits for a reader, or has one: there is a row as long as its state is LANDED or READING.
create table reading_job (
    delivery_id uuid        primary key references version,
    dataset_id  uuid        not null,
    version     integer     not null,
    department  text        not null, -- readers go round the departments
    received_at timestamptz not null, -- the delivery's: of a department the oldest comes first
    reading     integer     not null, -- number of the reading that comes of it
    due_at      timestamptz not null, -- when a reader may take it: at once, or when its reader must be taken for lost
    attempts    integer     not null default 0, -- readers that took it; only grows, and the latest alone may finish
    forgiven    integer     not null default 0  -- of these, given back through no fault of the file
);
-- Readers go round the departments, oldest delivery first.
create index reading_job_turn on reading_job (department, received_at);
-- Versions of a dataset are read in their order.
create index reading_job_order on reading_job (dataset_id, version);
