-- What each person keeps for their own work: not projected from the journal.
create schema if not exists desk;

create table desk.saved_filters (
    subject text not null collate "C",
    name    text not null,
    query   text not null,
    primary key (subject, name)
);
