-- Everything that happened to a grant: given, revoked, given back, expired.
create table grant_history (
    grant_id   uuid        not null references access_grant,
    revision   bigint      not null,
    status     text        not null,
    person     text,                 -- null when it expired
    reason     text,
    changed_at timestamptz not null,
    primary key (grant_id, revision)
);
insert into grant_history (grant_id, revision, status, reason, changed_at)
select id, revision + 1, status, reason, changed_at from access_grant;
create trigger grant_history_is_final before update or delete or truncate on grant_history
    for each statement execute function refuse_change_of_decision();
