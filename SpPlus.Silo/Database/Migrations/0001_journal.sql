-- The journal: one row a fact, never updated but to erase words (withdrawal), never deleted.
create schema journal;

create table journal.facts (
    experience      text        not null collate "C",
    sequence        int         not null check (sequence > 0),
    operation_id    uuid        not null,
    kind            text        not null collate "C",
    actor           smallint    not null,
    actor_subject   text,
    actor_name      text,
    actor_structure text        collate "C",
    happened_at     timestamptz not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    body            json        not null,
    -- Readers that must not miss a fact order by (transaction, position) and stop below the oldest transaction that still
    -- runs: positions alone are given before they commit. See docs/adr/0004-projections-never-skip-a-late-commit.md.
    transaction     xid8        not null default pg_current_xact_id(),
    position        bigint      not null generated always as identity,
    -- A second activation of the same grain cannot fork history: it conflicts here.
    primary key (experience, sequence)
);

create index facts_in_order on journal.facts (transaction, position);

create table journal.checkpoints (
    projection  text   primary key,
    transaction xid8   not null default '0',
    position    bigint not null default 0
);
