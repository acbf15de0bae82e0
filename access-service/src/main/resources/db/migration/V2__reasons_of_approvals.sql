-- Why somebody said yes, where they said so.
alter table approval add column reason text;
