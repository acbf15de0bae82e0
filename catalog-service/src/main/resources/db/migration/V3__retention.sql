-- How long versions are kept, as registered; where all three are empty the department's rule holds.
alter table dataset
    add column retained_versions integer check (retained_versions > 0),
    add column retained_period   text,    -- ISO 8601, such as P5Y
    add column retained_current  boolean; -- whether the period holds for the current version too

-- What a version corrects, and how it ended, as ingest announced it.
alter table dataset_version
    add column corrects          integer,
    add column correction_reason text,
    add column ended_at          timestamptz,
    add column ended_reason      text;
