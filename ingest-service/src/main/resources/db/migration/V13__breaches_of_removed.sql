-- Breaches name tables and columns, so they go with their version.
update delivery set breaches = '[]' where state = 'REMOVED' and breaches <> '[]';
