-- A stream makes thousands of versions a day: a profile is kept of the last ones, of the last one of each day, and of the
-- one released last. The judgement of a version whose profile was let go stays as it is.
alter table profile
    alter column profile drop not null, -- none when it was let go
    add column let_go_at timestamptz,
    add check ((profile is null) = (let_go_at is not null));
-- Those that may be let go, without going past all that were.
create index profile_kept on profile (dataset_id, version) where profile is not null;
-- The version released last before another, past those held back in between.
create index assessment_released on assessment (dataset_id, version) where verdict = 'RELEASED';
