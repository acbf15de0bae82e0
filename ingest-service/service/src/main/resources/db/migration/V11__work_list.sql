-- What is behind the reasons for which quality holds a version back: reason, table, column and arguments of each breach.
alter table delivery add column breaches jsonb not null default '[]';

-- The work list tells its department what was sent back, too.
drop index delivery_quarantine;
create index delivery_quarantine on delivery (since) where state in ('HELD_BACK', 'FAILED', 'REJECTED');
