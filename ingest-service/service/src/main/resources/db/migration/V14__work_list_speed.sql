-- Breaches name tables and columns, so they go with their version.
update delivery set breaches = '[]', breach_counts = '{}'
where state = 'REMOVED' and (breaches <> '[]' or breach_counts <> '{}');

-- The work list asks of each version whether a later one was released.
create index delivery_released on delivery (dataset_id, version) where state = 'RELEASED';
