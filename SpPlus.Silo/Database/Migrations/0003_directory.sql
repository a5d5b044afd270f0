-- Structures, accounts and the reference lists. Each silo keeps an immutable copy and replaces it when the version moves.
create schema directory;

create table directory.structures (
    id         text   primary key collate "C",
    parent     text   collate "C" references directory.structures (id) deferrable initially deferred,
    name       text   not null,
    kind       text   not null,
    department text,
    aliases    text[] not null default '{}'
);

create table directory.lists (
    name text primary key,
    body json not null
);

create table directory.accounts (
    subject      text     primary key collate "C",
    display_name text     not null,
    profile      smallint not null,
    structure    text     not null collate "C",
    enabled      boolean  not null default true
);

create table directory.version (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null,
    -- What the shipped files looked like when they were last loaded: the same files are not loaded twice.
    shipped  text    not null default ''
);

insert into directory.version (version) values (1);
