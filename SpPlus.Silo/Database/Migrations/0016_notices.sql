-- What each structure's people are told beside their inbox (COMM-1, ROUTE-5), the last of each kind. Made from the journal alone.
drop table read.mentions;
delete from journal.checkpoints where projection = 'mentions';

create table read.notices (
    structure  text        not null collate "C",
    experience text        not null collate "C",
    kind       smallint    not null,
    sequence   int         not null,
    at         timestamptz not null,
    other      text        collate "C",
    primary key (structure, experience, kind)
);

create index notices_latest on read.notices (structure, at desc);
