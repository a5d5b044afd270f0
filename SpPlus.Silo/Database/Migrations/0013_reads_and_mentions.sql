create schema if not exists desk;

-- How far each person has read each experience: what came after is new to them. Losing it shows something as new once more.
create table desk.reads (
    subject    text not null collate "C",
    experience text not null collate "C",
    sequence   int  not null,
    primary key (subject, experience)
);

-- COMM-1: the last time each structure was mentioned, and where. Made from the journal alone.
create table read.mentions (
    structure  text not null collate "C",
    experience text not null collate "C",
    sequence   int  not null,
    primary key (structure, experience)
);
