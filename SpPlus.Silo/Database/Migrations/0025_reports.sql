-- MOD-4: what visitors have reported and the DITP has not closed. Made from the journal alone.
create table read.reports (
    experience text        not null collate "C",
    number     int         not null,
    reason     text        not null,
    words      text,
    at         timestamptz not null,
    primary key (experience, number)
);
