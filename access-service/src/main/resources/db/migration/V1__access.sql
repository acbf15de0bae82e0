-- What other services announced; events arrive in any order, so nothing here refers to anything by a foreign key.

-- A dataset as catalog last announced it.
create table dataset (
    dataset_id uuid primary key,
    revision   bigint not null, -- an event with an older one changes nothing
    name       text   not null,
    sql_name   text   not null, -- its schema in SQL: the name with _ for -
    state      jsonb  not null  -- the event
);
create index dataset_name on dataset (name);
create index dataset_sql_name on dataset (sql_name);

-- A version as ingest last announced it.
create table dataset_version (
    dataset_id uuid   not null,
    version    int    not null,
    revision   bigint not null,
    state      jsonb  not null,
    primary key (dataset_id, version)
);

-- The verdict on a version as quality last announced it.
create table version_score (
    dataset_id uuid   not null,
    version    int    not null,
    revision   bigint not null,
    state      jsonb  not null,
    primary key (dataset_id, version)
);

-- Processing activities (AVG art. 30), the purposes for which data is used.
create table activity (
    id         uuid primary key,
    slug       text        not null unique,
    version    int         not null,
    active     boolean     not null,
    body       jsonb       not null,
    changed_by text        not null, -- subject in Keycloak
    changed_at timestamptz not null
);
-- Every form an activity ever had: a decision of then must remain readable.
create table activity_version (
    id         uuid        not null references activity,
    version    int         not null,
    body       jsonb       not null,
    active     boolean     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (id, version)
);

-- What of a dataset may be seen: one row per revision, the highest is in force.
create table policy (
    dataset_id uuid        not null,
    revision   bigint      not null,
    body       jsonb       not null,
    set_by     text        not null,
    set_at     timestamptz not null,
    primary key (dataset_id, revision)
);

-- Columns that look like personal data and are not, says the owner.
create table clearance (
    dataset_id uuid        not null,
    table_name text        not null,
    column_id  int         not null,
    reason     text        not null,
    cleared_by text        not null,
    cleared_at timestamptz not null,
    primary key (dataset_id, table_name, column_id)
);

-- One person's request to use one dataset for one purpose.
create table access_request (
    id           uuid primary key,
    dataset_id   uuid        not null,
    requester    text        not null, -- subject in Keycloak, never a name
    purpose      uuid        not null references activity,
    motivation   text        not null,
    until        date        not null,
    status       text        not null,
    needs        text        not null, -- the approvals it takes
    reason       text,                 -- of a refusal
    refused_by   text,
    submitted_at timestamptz not null,
    decided_at   timestamptz,
    lock_version int         not null
);
-- The same question cannot be open twice.
create unique index access_request_open on access_request (dataset_id, requester, purpose) where status = 'SUBMITTED';

-- Who approved, in which role. Nobody approves twice: four eyes.
create table approval (
    request_id  uuid        not null references access_request,
    kind        text        not null,
    approver    text        not null,
    approved_at timestamptz not null,
    primary key (request_id, kind),
    unique (request_id, approver)
);

-- Who may use what, for which purpose, until when.
create table access_grant (
    id         uuid primary key,
    request_id uuid        not null references access_request,
    dataset_id uuid        not null,
    grantee    text        not null,
    purpose    uuid        not null references activity,
    until      date        not null, -- last day of use
    status     text        not null,
    reason     text,                 -- of a revocation
    revision   bigint      not null, -- of the state that is announced
    changed_at timestamptz not null
);
create index access_grant_use on access_grant (grantee, dataset_id, purpose) where status = 'ACTIVE';

-- Who was let see what and who was not (and why), written before the first row leaves. Each record seals the one
-- before: hash = HMAC-SHA-256 (previous hash, record).
create table disclosure (
    sequence      bigint primary key,
    id            uuid        not null, -- of the query; its outcome is a record of its own with the same id
    kind          text        not null, -- DECISION or OUTCOME
    recorded_at   timestamptz not null,
    person        text        not null, -- subject in Keycloak
    purpose       uuid,
    datasets      uuid[]      not null,
    body          text        not null, -- JSON: decision, reason, versions and columns; or rows and outcome
    statement     bytea,                -- the SQL, encrypted (AES-256-GCM)
    key_id        text        not null,
    previous_hash bytea       not null,
    hash          bytea       not null
);
create index disclosure_person on disclosure (person, sequence desc);
create index disclosure_dataset on disclosure using gin (datasets);
create unique index disclosure_query on disclosure (id, kind);

-- The log only grows; not even a slip of the service's own hand changes it.
create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the disclosure log is never changed'; end $$;
create trigger disclosure_is_final before update or delete or truncate on disclosure
    for each statement execute function refuse_change();
