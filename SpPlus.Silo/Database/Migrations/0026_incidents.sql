-- One standing response of the DITP for many experiences (ROUTE-6). Not made from the journal: what is to be done, and what became of it.
create table desk.incidents (
    id              uuid        primary key,
    title           text        not null,
    courtesy        text,
    response        text        not null,
    signature       text,
    reviewed        text[]      not null,
    opened_by       text        not null,
    opened_by_name  text        not null,
    opened_at       timestamptz not null default clock_timestamp(),
    -- Until then it may be called off.
    starts_at       timestamptz not null,
    called_off_at   timestamptz,
    called_off_by   text
);

create index incidents_newest on desk.incidents (opened_at desc);

create table desk.incident_experiences (
    incident   uuid     not null references desk.incidents (id),
    experience text     not null collate "C",
    ordinal    int      not null,
    outcome    smallint not null default 0,
    -- The last attempt, or what became of it.
    at         timestamptz,
    primary key (incident, experience)
);

create index incident_experiences_waiting on desk.incident_experiences (at nulls first, incident, ordinal) where outcome = 0;
