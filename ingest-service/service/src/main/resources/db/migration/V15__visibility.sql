-- Who may know of a dataset depends on its confidentiality; null until it was classified, or until catalog announces the
-- dataset again: until then only its department, its role holders and overseers may know of it.
alter table dataset add column confidentiality text
    check (confidentiality in ('PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'SECRET'));
