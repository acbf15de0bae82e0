-- What a version corrects, and how it ended.
alter table delivery
    add column corrects          integer,     -- version of the same dataset that this one is sent to correct
    add column correction_reason text,        -- in the sender's words
    add column revision          bigint not null default 0, -- of the version's last announcement
    add column since             timestamptz, -- when quality or a reader brought it into its state
    add column ended_at          timestamptz,
    add column ended_by          text,        -- Keycloak subject; none when a rule did it
    add column ended_reason      text,        -- in words: why it was withdrawn, what its department is to do, which rule
    add check ((corrects is null) = (correction_reason is null)),
    drop constraint delivery_state_check,
    add constraint delivery_state_check check (state in
        ('LANDED', 'READING', 'READ', 'RELEASED', 'HELD_BACK', 'FAILED', 'WITHDRAWN', 'REJECTED', 'REMOVED')),
    -- an end tells when and why
    add check ((state in ('WITHDRAWN', 'REJECTED', 'REMOVED')) = (ended_at is not null));
update delivery d set revision =
    (select coalesce(max(reading), 0) from reading r where r.dataset_id = d.dataset_id and r.version = d.version);
create index delivery_corrects on delivery (dataset_id, corrects) where corrects is not null;
-- The work list of versions that somebody must do something about.
create index delivery_quarantine on delivery (since) where state in ('HELD_BACK', 'FAILED');

alter table dataset
    add column owners             text[] not null default '{}', -- Keycloak subjects, of the holders
    add column retained_versions  integer, -- the registration's own rule; where all three are empty the department's holds
    add column retained_period    text,
    add column retained_current   boolean;

-- What is left of a version whose bytes went by a rule about how long they are kept. Rows are never removed.
create table tombstone (
    delivery_id uuid        primary key references delivery,
    dataset_id  uuid        not null,
    version     integer     not null,
    rule        text        not null, -- whose rule, and its bounds
    before      text,                 -- how the version had ended before: state, when, why
    content     jsonb       not null, -- key and SHA-256 of the raw bytes and of every part of its tables
    decided_at  timestamptz not null, -- since then nobody can use it
    objects     bigint,               -- counted before the first was removed
    bytes       bigint,
    removed_at  timestamptz,          -- none while objects may be left
    proof       text                  -- JSON Web Signature
);
-- Removals that were broken off.
create index tombstone_unfinished on tombstone (decided_at) where removed_at is null;
