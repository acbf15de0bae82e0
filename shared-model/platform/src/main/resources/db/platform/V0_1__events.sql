-- Events written together with the state they tell of; the relay publishes them afterwards.
create table outbox (
    sequence     bigint generated always as identity primary key,
    event_id     uuid        not null unique, -- the CloudEvents id, what consumers remember
    topic        text        not null,
    type         text        not null,
    stream       uuid        not null,        -- events of one stream stay in order
    key          text        not null,        -- what the topic is compacted on
    payload      text        not null,        -- JSON
    trace_parent text,                        -- W3C trace context of the request that caused it
    created_at   timestamptz not null,
    published_at timestamptz
);
-- The relay looks for what is unpublished, never beyond a last number: transactions commit out of order.
create index outbox_unpublished on outbox (sequence) where published_at is null;

-- Events that were taken in: the same event arriving twice does its work once.
create table inbox (
    event_id    uuid        not null,
    subscriber  text        not null,
    received_at timestamptz not null,
    primary key (event_id, subscriber)
);
