-- A column is cleared of what it looked like then. What it looks like later is another matter.
alter table clearance add column semantic_type text;

-- Clearances from before were given for what the newest score recognises.
update clearance c set semantic_type = (
    select recognised ->> 'semanticType'
    from version_score s, jsonb_array_elements(s.state -> 'columns') recognised
    where s.dataset_id = c.dataset_id and recognised ->> 'table' = c.table_name
      and (recognised ->> 'columnId')::int = c.column_id
    order by s.version desc limit 1);
delete from clearance where semantic_type is null;

alter table clearance alter column semantic_type set not null;
alter table clearance drop constraint clearance_pkey;
alter table clearance add primary key (dataset_id, table_name, column_id, semantic_type);
