-- What each retention job did on each day, and what was still due at its last look.
create table privacy.retention_runs (
    job       text        not null collate "C",
    day       date        not null,
    -- Counted only, nothing destroyed.
    dry_run   boolean     not null default false,
    destroyed int         not null,
    -- Null when it could not be counted.
    still_due bigint,
    at        timestamptz not null,
    stopped   text,
    primary key (job, day, dry_run)
);

-- What is sealed, by kind: retention and key rotation go through it.
create index grain_state_by_state on orleans.grain_state (state, ext) where payload is not null and state in ('vault', 'sent-text', 'kept-texts');
