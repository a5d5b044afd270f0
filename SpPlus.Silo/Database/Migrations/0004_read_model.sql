-- The read model: everything here can be dropped and made again from the journal.
create schema read;

create extension if not exists unaccent;

create table read.experiences (
    id            text        primary key collate "C",
    status        smallint    not null,
    title         text,
    story         text,
    pseudonym     text,
    contact_date  date        not null,
    department    text,
    country       text,
    feeling       smallint    not null,
    procedure     text,
    campaign      text,
    services      text[]      not null,
    general_tags  json        not null default '[]',
    submitted_at  timestamptz not null,
    published_at  timestamptz,
    answer_status smallint    not null,
    comment_count int         not null default 0
);

create index experiences_to_moderate on read.experiences (submitted_at, id) where status = 1;
create index experiences_published on read.experiences (published_at desc, id desc) where status in (2, 3);

create table read.standings (
    experience      text        not null collate "C" references read.experiences (id) on delete cascade,
    structure       text        not null collate "C",
    ordinal         int         not null,
    status          smallint    not null,
    concerned_since timestamptz not null,
    answered_at     timestamptz,
    -- Where the experience is not public any more, nothing of it is to be answered.
    open            boolean     not null,
    channels        json        not null default '[]',
    business_tags   text[]      not null default '{}',
    improvements    text[]      not null default '{}',
    courtesy        text,
    response        text,
    signature       text,
    response_version int        not null default 0,
    published_at    timestamptz,
    complements     text        collate "C",
    adopted         text        collate "C",
    adopted_version int,
    useful          boolean,
    primary key (experience, structure)
);

create index standings_inbox on read.standings (structure, status, concerned_since, experience) where open;
create index standings_by_structure on read.standings (structure, experience);
