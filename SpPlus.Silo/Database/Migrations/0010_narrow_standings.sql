-- Of a structure's standing, what lists filter and count by is kept apart from the words of its response: the first changes with
-- every step and is read by the thousand, the second is written once and read on a page. The projection alone writes here and
-- keeps both in step, so no foreign key is checked on each row.
drop table read.standings;

create table read.standings (
    experience      text        not null collate "C",
    structure       text        not null collate "C",
    ordinal         int         not null,
    status          smallint    not null,
    concerned_since timestamptz not null,
    answered_at     timestamptz,
    -- Where the experience is not public any more, nothing of it is to be answered.
    open            boolean     not null,
    -- Indexes say "waiting" and name no status: from one step to the next a row then stays in its page, no index is touched.
    waiting         boolean     not null generated always as (open and status in (1, 2, 3)) stored,
    assigned_to     text        collate "C",
    -- The experience's own, copied: a filter reads one table.
    feeling         smallint    not null,
    general_tags    text[]      not null,
    channels        jsonb       not null,
    business_tags   text[]      not null,
    improvements    text[]      not null,
    primary key (experience, structure)
) with (fillfactor = 70);

create index standings_waiting_of_structure on read.standings (structure, concerned_since, experience) where waiting;
create index standings_waiting on read.standings (concerned_since, experience, structure) where waiting;
create index standings_open_of_structure on read.standings (structure, concerned_since, experience) where open;
create index standings_open on read.standings (concerned_since, experience, structure) where open;
create index standings_assigned on read.standings (assigned_to, concerned_since, experience, structure) where assigned_to is not null;

create table read.responses (
    experience      text not null collate "C",
    structure       text not null collate "C",
    version         int  not null default 0,
    courtesy        text,
    response        text,
    signature       text,
    complements     text collate "C",
    published_at    timestamptz not null,
    adopted         text collate "C",
    adopted_version int,
    useful          boolean,
    primary key (experience, structure)
);

-- How many open standings each structure has, by feeling and status: exact, moved in the transaction that moves the rows.
create table read.standing_counts (
    structure     text     not null collate "C",
    feeling       smallint not null,
    to_do         int      not null,
    draft         int      not null,
    to_validate   int      not null,
    published     int      not null,
    adopted       int      not null,
    not_concerned int      not null,
    publishing    int      not null,
    primary key (structure, feeling)
) with (fillfactor = 50);

-- Everything is projected again from the journal.
truncate read.experiences;
delete from journal.checkpoints where projection = 'read-model';
