-- Where ingest goes by itself to get a dataset's data, and when. The columns from due_at on change with every run.
create table source (
    id                uuid        primary key,
    name              text        not null,
    dataset           text        not null, -- a name, which may lead to nothing before the first file
    department        text        not null, -- slug
    origin            jsonb       not null, -- kind, address and the like; no secret
    schedule          jsonb       not null, -- cron or period, and time zone
    late_after        bigint      not null, -- seconds that a run may be late
    fresh_within      bigint,               -- seconds that there may be nothing new
    credentials       text,                 -- JSON Web Encryption, whose header names the key
    credentials_type  text,
    credentials_since timestamptz,
    paused            boolean     not null default false,
    revision          bigint      not null default 1,
    laid_down_by      text        not null, -- Keycloak subject; files land in this name
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    removed_at        timestamptz,          -- its runs stay to be looked up in the database; its credentials do not
    due_at            timestamptz not null, -- the oldest scheduled moment that no run has served yet
    next_run_at       timestamptz not null, -- when it is gone to: a little after due_at, or for another try
    attempts          integer     not null default 0, -- that failed since the last scheduled moment
    mark              jsonb       not null default '{}', -- by which the next run can tell that nothing changed
    served_at         timestamptz,
    landed_at         timestamptz,
    late_told_at      timestamptz,          -- so that one instance says it, once
    asked_run         uuid,                 -- a run that somebody asked for and that has not begun
    asked_anew        boolean     not null default false, -- it is to take no heed of the mark
    holder            uuid,                 -- the run under way
    held_until        timestamptz           -- unless renewed; then its instance was killed
);
create unique index source_name on source (name) where removed_at is null;
create index source_department on source (department) where removed_at is null;
create index source_next on source (next_run_at) where removed_at is null;

-- One time that a source was gone to.
create table source_run (
    id         uuid        primary key,
    source_id  uuid        not null references source,
    cause      text        not null check (cause in ('SCHEDULE', 'RETRY', 'REQUEST')),
    asked_by   text,                 -- Keycloak subject, of a request
    state      text        not null check
                   (state in ('WAITING', 'RUNNING', 'LANDED', 'SAME', 'UNCHANGED', 'FAILED', 'LOST')),
    reason     text,                 -- kebab-case code: why it failed
    delivery   uuid        references delivery, -- what landed, or the earlier one with the same bytes
    bytes      bigint      not null default 0,  -- read from the source
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at   timestamptz
);
create index source_run_recent on source_run (source_id, created_at desc);
create index source_run_ended on source_run (ended_at);
