-- RESP-5: until then it may be taken back.
alter table read.standings add column publishes_at timestamptz;

create index standings_to_publish on read.standings (publishes_at) where publishes_at is not null and open;

-- ROUTE-3, ROUTE-4: the requests that nobody has resolved yet, and how often each experience was transferred.
create table read.transfers (
    experience   text        not null collate "C",
    structure    text        not null collate "C",
    to_structure text        not null collate "C",
    reason       text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    -- Whose super agents may resolve it; null: the DITP alone.
    approver     text        collate "C",
    primary key (experience, structure)
);

create index transfers_to_expire on read.transfers (expires_at) where approver is not null;

create table read.transfer_counts (
    experience text primary key collate "C",
    accepted   int  not null
);
