-- Which structure took over from which: what the next moderator is told (ROUTE-1).
create table read.reattachments (
    experience text        not null collate "C",
    sequence   int         not null,
    structure  text        not null collate "C",
    successor  text        not null collate "C",
    at         timestamptz not null,
    primary key (experience, sequence)
);

create index reattachments_of on read.reattachments (structure, at);
