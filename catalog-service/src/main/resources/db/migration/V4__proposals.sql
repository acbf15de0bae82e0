-- A change that other persons decide: a lower classification, publication, another owner. It is never removed.
create table dataset_proposal (
    id             uuid primary key,
    dataset_id     uuid        not null references dataset,
    kind           text        not null check (kind in ('CLASSIFICATION', 'OWNERSHIP')),
    status         text        not null check (status in ('OPEN', 'ACCEPTED', 'REJECTED', 'OUTDATED')),
    before         jsonb       not null, -- what it is based on; once that changes it is outdated
    after          jsonb       not null,
    proposed_by    text        not null, -- Keycloak subject
    proposed_at    timestamptz not null,
    closed_at      timestamptz,
    closed_because text                  -- a code, when it is outdated
);
-- Of each kind one at a time; a new one takes the place of the one before.
create unique index dataset_proposal_open on dataset_proposal (dataset_id, kind) where status = 'OPEN';
create index dataset_proposal_dataset on dataset_proposal (dataset_id, proposed_at);

-- Who decided, and why. The keys say it once more: each role once, each person once.
create table dataset_proposal_decision (
    proposal_id uuid        not null references dataset_proposal,
    role        text        not null check (role in ('DATA_OWNER', 'PRIVACY_OFFICER')),
    person      text        not null, -- Keycloak subject
    approved    boolean     not null,
    reason      text        not null,
    decided_at  timestamptz not null,
    primary key (proposal_id, role),
    unique (proposal_id, person)
);

-- Every change of classification, department and roles: who, when, why.
create table dataset_history (
    id          bigint generated always as identity primary key,
    dataset_id  uuid        not null references dataset,
    what        text        not null check (what in ('CLASSIFICATION', 'ACCOUNTABILITY')),
    before      jsonb,                -- null at the registration
    after       jsonb       not null,
    changed_by  text        not null, -- Keycloak subject
    changed_at  timestamptz not null,
    reason      text,
    proposal_id uuid references dataset_proposal
);
create index dataset_history_dataset on dataset_history (dataset_id, id);

-- What is decided stays decided, whoever connects as this service.
create function dataset_history_stays() returns trigger language plpgsql as $$
begin
    raise exception 'decisions and history are only added to';
end $$;
create trigger dataset_history_stays before update or delete on dataset_history
    for each row execute function dataset_history_stays();
create trigger dataset_proposal_decision_stays before update or delete on dataset_proposal_decision
    for each row execute function dataset_history_stays();
