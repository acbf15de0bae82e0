-- Datasets that are fed by observations, and how far those came.
create table stream (
    dataset_id   uuid        primary key references dataset,
    table_name   text        not null, -- in SQL; stays when the dataset is renamed
    revision     integer     not null, -- of the columns, which are only ever added to
    columns      jsonb       not null, -- id, name, label, type of each, in order
    observations bigint      not null default 0, -- landed, ever
    duplicates   bigint      not null default 0, -- told from their ids to have landed before
    delivery_id  uuid,                 -- the last one landed
    version      integer,
    landed_at    timestamptz,
    created_at   timestamptz not null
);

-- Up to where a dataset's observations have landed. Kafka's own offsets are not used: these change in the transaction
-- that makes the version, so nothing lands twice or not at all. An offset means something only in the topic that it is
-- of: a topic made again under the same name begins at 0, and has another id.
create table stream_offset (
    dataset_id  uuid    not null references dataset,
    topic_id    uuid    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (dataset_id, topic_id, partition)
);

-- Below this everything in a partition has landed; who takes the partition over begins here.
create table stream_partition (
    topic_id  uuid    not null,
    partition integer not null,
    low_water bigint  not null,
    primary key (topic_id, partition)
);

-- What must not land twice, by a digest: observations that carry an id, requests that carry an Idempotency-Key.
create table observation_seen (
    dataset_id uuid        not null,
    digest     uuid        not null,
    seen_at    timestamptz not null,
    primary key (dataset_id, digest)
);
create index observation_seen_age on observation_seen using brin (seen_at);

-- Requests with an Idempotency-Key, from before their observations are handed to Kafka.
create table observation_request (
    client       text        not null, -- Keycloak subject
    key          text        not null,
    dataset_id   uuid        not null,
    sha256       text        not null, -- of the body
    observations integer     not null,
    partition    integer,              -- where they stand in Kafka, once they do
    position     bigint,
    created_at   timestamptz not null,
    primary key (client, key)
);
create index observation_request_age on observation_request (created_at);

-- The Parquet objects of a stream: a version shows those that are not superseded when it is made.
create table stream_part (
    key           text        primary key, -- of the object
    dataset_id    uuid        not null references dataset,
    number        bigint      generated always as identity,
    level         integer     not null, -- how often it was merged
    revision      integer     not null, -- of the columns that it has
    rows          bigint      not null,
    bytes         bigint      not null,
    sha256        text        not null,
    bounds        jsonb       not null, -- per column: lowest, highest, missing
    since         timestamptz not null, -- when its oldest observations landed
    until         timestamptz not null, -- and its newest
    superseded_at timestamptz           -- when a version first did without it
);
create index stream_part_present on stream_part (dataset_id, until) where superseded_at is null;
create index stream_part_superseded on stream_part (superseded_at) where superseded_at is not null;
