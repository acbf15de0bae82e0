-- Who works on a dataset now. Measuring takes minutes, so no transaction stays open for it; by the database's clock, for
-- those of instances differ. A lease that ran out is taken over, with another holder.
create table assessment_lease (
    dataset_id uuid        primary key,
    holder     uuid        not null, -- of one piece of work: never given twice
    expires_at timestamptz not null
);
