-- A stream makes thousands of versions a day. Of those whose parts are gone the account of their tables goes as well.
alter table reading add column let_go_at timestamptz; -- when the document went because its parts had; none for others
-- Which documents are left, without going past all that went.
create index reading_document on reading (dataset_id, version) where document is not null;

-- What is due by a rule about how long versions are kept, without going past all that went before.
create index delivery_kept on delivery (dataset_id, received_at) where state <> 'REMOVED';
