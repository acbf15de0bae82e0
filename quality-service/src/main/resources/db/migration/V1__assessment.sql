-- Datasets as the catalogue last announced them: what score and gate need of their description.
create table dataset (
    dataset_id uuid   primary key,
    revision   bigint not null,
    name       text   not null, -- not unique here: a rename and a new dataset under the old name may arrive in any order
    state      jsonb  not null
);
create index dataset_name on dataset (name);
-- A renamed dataset keeps answering to its former names.
create index dataset_former_names on dataset using gin ((state -> 'formerNames'));

-- Versions as ingest last announced them, and whether they have to be looked at (again).
create table version (
    dataset_id   uuid        not null, -- events arrive in any order, so no foreign key
    version      integer     not null,
    revision     bigint      not null,
    dataset_name text        not null, -- at the time of delivery; used while the catalogue has not spoken
    department   text        not null,
    state        jsonb       not null,
    landed_at    timestamptz not null,
    due          boolean     not null default true,
    requests     bigint      not null default 1, -- rises with every reason to look; tells whether one came in meanwhile
    attempts     integer     not null default 0, -- failed measurements of this revision
    not_before   timestamptz,                    -- after a failure: when to try again
    primary key (dataset_id, version)
);
create index version_dataset_name on version (dataset_name);
create index version_due on version (landed_at) where due;

-- What was measured of a version; kept, so that a change of its description asks for no second look at the data.
create table profile (
    dataset_id  uuid        not null,
    version     integer     not null,
    content     text        not null, -- of which objects, by hash, and by which edition of the profiler
    profile     jsonb       not null, -- holds no personal value
    measured_at timestamptz not null,
    primary key (dataset_id, version)
);

-- The present judgement of a version, as announced.
create table assessment (
    dataset_id uuid          not null,
    version    integer       not null,
    reading    integer       not null,
    revision   bigint        not null, -- of the announcement
    score      numeric(4, 1),          -- null when nothing could be measured
    verdict    text          not null check (verdict in ('RELEASED', 'HELD_BACK')),
    detail     jsonb         not null, -- the measurements behind the score
    announced  jsonb         not null,
    scored_at  timestamptz   not null,
    primary key (dataset_id, version)
);

-- Rules that a version breaks, for the work lists.
create table finding (
    dataset_id  uuid        not null,
    version     integer     not null,
    position    integer     not null,
    rule        text        not null,
    blocking    boolean     not null,
    court       text        not null, -- whose move it is
    table_name  text,
    column_name text,
    arguments   text[]      not null, -- counts and types for the rule's text, never a value
    since       timestamptz not null,
    primary key (dataset_id, version, position)
);
create index finding_since on finding (since);

-- Who released a version in spite of its findings, and why. Rows are never changed or removed.
create table release_decision (
    id         uuid        primary key,
    dataset_id uuid        not null,
    version    integer     not null,
    reading    integer     not null, -- a new reading is judged anew
    person     text        not null, -- subject in Keycloak, never a name
    reason     text        not null,
    rules      text[]      not null, -- the rules it covers: what breaks later is held back again
    decided_at timestamptz not null
);
create index release_decision_version on release_decision (dataset_id, version);
