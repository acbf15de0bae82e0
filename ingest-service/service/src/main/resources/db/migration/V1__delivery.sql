-- Datasets as ingest knows them: those whose first file it took in, and those that catalog announced.
create table dataset (
    id                uuid        primary key,
    name              text        not null, -- the current one; where two claim it, dataset_name decides
    department        text        not null, -- slug
    status            text        not null check (status in ('DRAFT', 'REGISTERED', 'WITHDRAWN')),
    holders           text[]      not null default '{}', -- Keycloak subjects with a role on it
    latest_version    integer     not null default 0,    -- last given out; whoever holds this row's lock gives out the next
    accepted_delivery uuid,       -- of the latest version that did not fail
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

-- Departments as catalog announced them, to tell a strange department from an unknown one.
create table department (
    slug     text    primary key,
    active   boolean not null,
    revision bigint  not null
);

-- A department's file that stands complete and verified in object storage, and how far it came.
create table delivery (
    id             uuid        primary key,
    dataset_id     uuid        not null references dataset,
    version        integer     not null,
    pushed_to      text        not null, -- the name in the request
    department     text        not null,
    client         text        not null, -- Keycloak subject of the sender
    object_key     text        not null,
    size           bigint      not null, -- bytes
    sha256         text        not null,
    media_type     text        not null,
    file_name      text,                 -- metadata only: it may hold personal data
    state          text        not null check (state in ('LANDED', 'READING', 'READ', 'RELEASED', 'HELD_BACK', 'FAILED')),
    reason         text,                 -- kebab-case code: why it failed or is held back
    tables         jsonb       not null default '[]', -- name, rows, rejectedRows, columns of each table
    received_at    timestamptz not null,
    due_at         timestamptz not null, -- when a reader may take it: at once, or when its reader must be taken for lost
    attempts       integer     not null default 0, -- readers that took it
    score_revision bigint      not null default 0,
    unique (dataset_id, version)
);
-- Readers go round the departments, oldest delivery first.
create index delivery_waiting on delivery (department, received_at) where state in ('LANDED', 'READING');
-- What the bucket holds is checked against this.
create unique index delivery_object on delivery (object_key);
create index delivery_recent on delivery (received_at desc);

-- Requests that a client may repeat without a second effect, for a day.
create table idempotency_key (
    client      text        not null,
    key         text        not null,
    pushed_to   text        not null,
    sha256      text        not null,
    delivery_id uuid        not null references delivery,
    status      integer     not null, -- of the first answer
    created_at  timestamptz not null,
    primary key (client, key)
);
create index idempotency_key_age on idempotency_key (created_at);
