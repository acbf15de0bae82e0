-- A file that comes in over several requests (tus), through whichever instance they reach, until it is a delivery.
create table upload (
    id              uuid        primary key,
    delivery_id     uuid        not null, -- what it becomes; no foreign key, for the delivery comes last
    dataset_id      uuid        not null, -- of the name then, or minted for it; the delivery's commit checks it again
    dataset         text        not null, -- its present name then
    dataset_is_new  boolean     not null,
    pushed_to       text        not null, -- the name in the request
    department      text        not null,
    client          text        not null, -- Keycloak subject of the sender
    idempotency_key text,
    metadata        text        not null, -- Upload-Metadata as it was sent, for it is given back so
    media_type      text        not null,
    file_name       text,                 -- metadata only: it may hold personal data
    declared_sha256 text,                 -- of the whole file, as its sender announced
    declared_sha512 text,
    length          bigint      not null, -- bytes, as declared
    received        bigint      not null default 0, -- bytes that a kill cannot take away
    state           text        not null check (state in ('OPEN', 'RECEIVED', 'LANDED', 'REFUSED')),
    reason          text,                 -- kebab-case code: why it was refused
    delivery        uuid        references delivery, -- what it became: a new delivery, or the earlier one of the same bytes
    object_key      text        not null, -- where the file will stand
    store_upload    text,                 -- the store's name for its parts, once there is one
    next_part       integer     not null default 1, -- below this every number may be in use by somebody
    tail            text,                 -- key of an object with the bytes behind the last part
    holder          uuid,                 -- the request that writes to it
    held_until      timestamptz,          -- unless renewed; then it was killed, or its client is gone
    created_at      timestamptz not null,
    expires_at      timestamptz not null
);
create unique index upload_object on upload (object_key);
create index upload_of_client on upload (client, created_at desc);
-- How many uploads a client has open, and how large those of a department are together, is asked at every creation, however
-- many have landed.
create index upload_open_of_client on upload (client, expires_at) where state = 'OPEN';
create index upload_open_of_department on upload (department, expires_at) include (length) where state = 'OPEN';
create index upload_expiry on upload (expires_at);
create index upload_unfinished on upload (id) where state = 'RECEIVED';

-- Parts of an upload that the store acknowledged.
create table upload_part (
    upload_id uuid    not null references upload on delete cascade,
    number    integer not null,
    etag      text    not null,
    crc32c    text,
    size      bigint  not null,
    primary key (upload_id, number)
);
