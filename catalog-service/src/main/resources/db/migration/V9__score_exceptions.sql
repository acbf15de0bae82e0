-- Why a version has no score, and which rules it breaks and was released in spite of, as quality announced it.
alter table version_score
    add column no_score    text,
    add column released_by text, -- subject in Keycloak; set when a steward released it by exception
    add column exceptions  text[] not null default '{}';
