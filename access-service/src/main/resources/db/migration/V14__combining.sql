-- Whether the pseudonyms of a grant are those of its purpose, so that they can be joined with what others got for it so. Who
-- asks for it needs the yes of grantor and privacy officer. Without it each grant has pseudonyms of its own.
alter table access_request add column combine boolean not null default false;
alter table access_grant add column combine boolean not null default false;
