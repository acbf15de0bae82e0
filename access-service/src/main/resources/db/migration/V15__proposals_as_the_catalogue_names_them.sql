-- Proposals of both services are described in the same words.
alter table proposal rename column ended_at to closed_at;
alter table proposal add column closed_because text; -- of an outdated one: changed or replaced; null from before this was kept
