-- STEP-3: agents who choose it are written to, at their professional address.
alter table directory.accounts add column email text;

create table desk.telling (
    subject  text        primary key collate "C",
    -- 1: at once; 2: once a day. Who is told nothing has no row.
    choice   smallint    not null check (choice in (1, 2)),
    language text        not null,
    -- What the journal held up to here has been told.
    transaction xid8     not null,
    position bigint      not null,
    told_at  timestamptz not null
);

-- Made again from the journal: with their place in it, and with what comes to a structure or waits to be validated there.
truncate read.notices;
alter table read.notices add column transaction xid8 not null;
alter table read.notices add column position bigint not null;
create index notices_in_order on read.notices (structure, transaction, position);
delete from journal.checkpoints where projection = 'notices';

-- A mail to an agent is about a span of notices, not about a step of one experience.
alter table mail.queue add column recipient text not null default '' collate "C";
alter table mail.queue add column since_transaction xid8;
alter table mail.queue add column since_position bigint;
alter table mail.queue add column until_transaction xid8;
alter table mail.queue add column until_position bigint;
alter table mail.queue drop constraint queue_pkey;
alter table mail.queue add primary key (experience, step, structure, version, recipient);
