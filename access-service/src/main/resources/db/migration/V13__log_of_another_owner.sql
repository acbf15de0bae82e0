-- The disclosure log has a schema of its own, which belongs to another role than the service's: deploy/.../disclosure-log.sql,
-- run by an administrator of the database. What this role owns it can also change, so the log cannot be made here.
do $$
begin
    if to_regclass('disclosure.record') is null then
        raise exception 'The disclosure log is missing: let an administrator of the database run disclosure-log.sql (docs/operating.md).';
    end if;
end $$;

-- The log of before: nothing is written to it again. It is kept when it holds something.
alter table disclosure rename to disclosure_before;
do $$
begin
    if not exists (select from disclosure_before) then
        drop table disclosure_before;
    end if;
end $$;
