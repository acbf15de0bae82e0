-- What quality recognised in the columns of any version, as it last announced it of each.
create table recognised_column (
    dataset_id    uuid    not null,
    version       int     not null,
    table_name    text    not null,
    column_id     int     not null,
    column_name   text    not null,
    semantic_type text    not null,
    personal      boolean not null,
    primary key (dataset_id, version, table_name, column_id, semantic_type)
);
insert into recognised_column
select s.dataset_id, s.version, c ->> 'table', (c ->> 'columnId')::int, c ->> 'name', c ->> 'semanticType',
       (c ->> 'personal')::boolean
from version_score s, jsonb_array_elements(s.state -> 'columns') c
on conflict do nothing;

-- Columns whose treatment two persons decided: [{"table", "column", "meanings"}]. What one person set before counts for
-- personal columns only as far as the safe suggestion goes.
alter table policy add column approved jsonb not null default '[]';
alter table policy add column reason text;
alter table policy add column proposal_id uuid; -- null when one person could decide it

-- A change that lets more be seen. It takes effect when the data owner and a privacy officer have decided.
create table proposal (
    id          uuid primary key,
    dataset_id  uuid        not null,
    kind        text        not null, -- POLICY or CLEARANCE
    body        jsonb       not null, -- the tables of the policy, or the clearance
    basis       text        not null, -- SHA-256 of what it was based on; when that changed it can no longer be approved
    reason      text,
    proposed_by text        not null, -- subject in Keycloak
    proposed_at timestamptz not null,
    status      text        not null, -- OPEN, then one of ACCEPTED, REJECTED, OUTDATED for good
    ended_at    timestamptz
);
create index proposal_dataset on proposal (dataset_id, proposed_at desc);
create index proposal_open on proposal (proposed_at) where status = 'OPEN';

-- What each of the two said. Each capacity once, each person once.
create table proposal_decision (
    proposal_id uuid        not null references proposal,
    capacity    text        not null, -- DATA_OWNER or PRIVACY_OFFICER
    person      text        not null,
    approve     boolean     not null,
    reason      text        not null,
    decided_at  timestamptz not null,
    primary key (proposal_id, capacity),
    unique (proposal_id, person)
);

-- Clearances and their withdrawals, one row each; the last row of a column and meaning is in force.
alter table clearance drop constraint clearance_pkey;
alter table clearance rename column cleared_by to decided_by;
alter table clearance rename column cleared_at to decided_at;
alter table clearance alter column reason drop not null; -- of a withdrawal
alter table clearance add column id bigint generated always as identity primary key;
alter table clearance add column cleared boolean not null default true;
alter table clearance alter column cleared drop default;
alter table clearance add column proposal_id uuid;
create index clearance_column on clearance (dataset_id, table_name, column_id, semantic_type, id desc);

create function refuse_change_of_decision() returns trigger language plpgsql as
$$ begin raise exception 'a decision is never changed: %', tg_table_name; end $$;
create trigger policy_is_final before update or delete or truncate on policy
    for each statement execute function refuse_change_of_decision();
create trigger clearance_is_final before update or delete or truncate on clearance
    for each statement execute function refuse_change_of_decision();
create trigger proposal_decision_is_final before update or delete or truncate on proposal_decision
    for each statement execute function refuse_change_of_decision();
create trigger activity_version_is_final before update or delete or truncate on activity_version
    for each statement execute function refuse_change_of_decision();
