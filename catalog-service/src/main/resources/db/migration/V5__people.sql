-- People as they were last seen in Keycloak: those who fill roles, and those whose names were asked for.
create table person (
    subject     text primary key,
    name        text,                          -- null once the account is gone
    active      boolean     not null,
    roles       text[]      not null,          -- realm roles
    departments text[]      not null,          -- slugs
    seen_at     timestamptz,                   -- null while nobody has looked
    next_look   timestamptz not null,          -- an instance that looks moves it first, so that one of them looks
    changed     boolean     not null default false -- what follows from the change has still to be done
);
create index person_next_look on person (next_look);
create index person_changed on person (subject) where changed;

insert into person (subject, active, roles, departments, next_look)
select distinct person, false, '{}'::text[], '{}'::text[], now() from dataset_role;
