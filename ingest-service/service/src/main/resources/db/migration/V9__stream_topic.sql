-- An offset means something only in the topic that it is of. A topic made anew under the same name begins at 0 again, and
-- has another id; zero stands for the topic that the first service with this migration finds.
alter table stream_offset add column topic_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table stream_offset drop constraint stream_offset_pkey;
alter table stream_offset add primary key (dataset_id, topic_id, partition);
alter table stream_offset alter column topic_id drop default;

alter table stream_partition add column topic_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table stream_partition drop constraint stream_partition_pkey;
alter table stream_partition add primary key (topic_id, partition);
alter table stream_partition alter column topic_id drop default;
