-- What an approver saw of dataset, purpose and policy. A grant reaches no further than that.
create table approval_terms (
    request_id uuid  not null references access_request,
    kind       text  not null,
    terms      jsonb not null,
    primary key (request_id, kind)
);
-- Approvals from before were given for the policy that was in force then.
insert into approval_terms
select a.request_id, a.kind, jsonb_build_object('policyRevision', p.revision, 'tables', p.body)
from approval a join access_request r on r.id = a.request_id
join lateral (select revision, body from policy p
              where p.dataset_id = r.dataset_id and p.set_at <= a.approved_at
              order by revision desc limit 1) p on true;

-- The order in which approvals were given, so that one is added without writing the others again.
alter table approval add column position int;
update approval a set position = n.position
from (select request_id, kind, row_number() over (partition by request_id order by approved_at) - 1 as position
      from approval) n
where n.request_id = a.request_id and n.kind = a.kind;
alter table approval alter column position set not null;

create trigger approval_is_final before update or delete or truncate on approval
    for each statement execute function refuse_change_of_decision();
create trigger approval_terms_is_final before update or delete or truncate on approval_terms
    for each statement execute function refuse_change_of_decision();
