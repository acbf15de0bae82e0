-- How the files of a dataset are to be read, as its steward laid it down; every revision is kept.
create table reading_contract (
    dataset_id   uuid        not null references dataset,
    revision     integer     not null, -- the highest one holds
    instructions jsonb       not null,
    changed_by   text        not null, -- Keycloak subject
    changed_at   timestamptz not null,
    primary key (dataset_id, revision)
);

-- Every id that a column of a table ever had: policies hold on to ids, so none is given out twice.
create table column_id (
    dataset_id  uuid    not null references dataset,
    table_name  text    not null,
    column_name text    not null, -- of a renamed column there is a row for each name
    id          integer not null,
    primary key (dataset_id, table_name, column_name)
);
insert into column_id (dataset_id, table_name, column_name, id)
select distinct on (r.dataset_id, t ->> 'name', c ->> 'name')
       r.dataset_id, t ->> 'name', c ->> 'name', (c ->> 'id')::integer
from reading r,
     jsonb_array_elements(r.document -> 'tables') t,
     jsonb_array_elements(t -> 'columns') c
order by r.dataset_id, t ->> 'name', c ->> 'name', r.version desc, r.reading desc;

alter table dataset
    add column stewards     text[] not null default '{}', -- Keycloak subjects, of the holders
    add column reject_limit double precision,             -- share of rows; null for the default
    add column descriptions jsonb  not null default '{}'; -- of columns, per table

-- Readers that do not count against this reading: lost before the version was to be read again, or given back.
alter table delivery add column attempts_before integer not null default 0;

-- Versions of a dataset are read in their order.
create index delivery_unread on delivery (dataset_id, version) where state in ('LANDED', 'READING');
