-- How many breaches there are per reason, for of a great many only the first are told; empty when quality did not count.
alter table delivery add column breach_counts jsonb not null default '{}';
