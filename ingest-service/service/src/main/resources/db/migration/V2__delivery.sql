-- A department's file that stands complete and verified in object storage: what its receipt states. Rows are never removed
-- and never changed, except that the file's name goes when the bytes go. What became of it stands in version.
create table delivery (
    id                uuid        primary key,
    dataset_id        uuid        not null references dataset,
    version           integer     not null, -- unique within the dataset, see table version
    pushed_to         text        not null, -- the name in the request
    department        text        not null,
    client            text        not null, -- Keycloak subject of the sender
    object_key        text        not null,
    size              bigint      not null, -- bytes
    sha256            text        not null,
    media_type        text        not null,
    file_name         text,                 -- metadata only: it may hold personal data
    corrects          integer,              -- version of the same dataset that this one is sent to correct
    correction_reason text,                 -- in the sender's words
    received_at       timestamptz not null,
    check ((corrects is null) = (correction_reason is null))
);
-- What the bucket holds is checked against this.
create unique index delivery_object on delivery (object_key);
create index delivery_recent on delivery (received_at desc);
create index delivery_corrects on delivery (dataset_id, corrects) where corrects is not null;

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
