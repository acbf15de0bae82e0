-- Published events are forgotten after a while; found without reading the rest.
create index outbox_published on outbox (published_at) where published_at is not null;
