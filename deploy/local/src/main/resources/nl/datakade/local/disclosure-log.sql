-- The disclosure log: a schema, its tables and their rules, which belong to a role that nobody can log in with. The access
-- service may read and append, and nothing else: not change, remove, empty or drop, and not switch off what prevents that.
-- An administrator of the database runs this once, in the database of Datakade:
--   psql -v ON_ERROR_STOP=1 -v service=datakade_access -v owner=datakade_access_log -f disclosure-log.sql
create role :"owner" nologin;
create schema disclosure authorization :"owner";
set role :"owner";

-- Columns beside the document are taken from it by the database, so that none can say something else than it does.
create table disclosure.record (
    sequence bigint primary key,
    document text  not null, -- JSON; begins with number, hash of the record before, and id of the key of the seal
    hash     bytea not null, -- SHA-256 of the document
    seal     bytea not null, -- HMAC of the hash, by the service
    id       uuid  not null generated always as ((document::jsonb ->> 'id')::uuid) stored,
    kind     text  not null generated always as (document::jsonb ->> 'kind') stored,
    person   text  not null generated always as (document::jsonb ->> 'person') stored,
    datasets jsonb not null generated always as (document::jsonb -> 'datasets') stored
);
create unique index record_id on disclosure.record (id, kind);
create index record_person on disclosure.record (person, sequence desc);
create index record_datasets on disclosure.record using gin (datasets);

-- The search path is fixed: a caller's own functions and tables must not take the place of the database's.
create function disclosure.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
$$ begin raise exception 'the disclosure log is never changed'; end $$;

create trigger record_is_final before update or delete or truncate on disclosure.record
    for each statement execute function disclosure.refuse_change();

-- Only the next record fits, and only when it holds the hash of the one before.
create function disclosure.only_the_next() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    last_sequence bigint;
    last_hash bytea;
begin
    select r.sequence, r.hash into last_sequence, last_hash from disclosure.record r order by r.sequence desc limit 1;
    if not found then
        last_sequence := 0;
        last_hash := decode(repeat('00', 32), 'hex');
    end if;
    if new.sequence <> last_sequence + 1
        or new.hash <> sha256(convert_to(new.document, 'UTF8'))
        or octet_length(new.seal) <> 32
        or octet_length(new.document) > 4000000
        or strpos(new.document, chr(10)) > 0 -- a record is one line of the export
        or not starts_with(new.document, '{"sequence":' || new.sequence || ',"previous":"' || encode(last_hash, 'hex')
            || '","key":"') then
        raise exception 'this is not the next record of the disclosure log';
    end if;
    return new;
end $$;

create trigger record_is_the_next before insert on disclosure.record
    for each row execute function disclosure.only_the_next();

revoke all on all functions in schema disclosure from public;
grant usage on schema disclosure to :"service";
grant select, insert on disclosure.record to :"service";
reset role;
