-- ACT-1: improvement actions as they are read. Made from the journal alone; of an experience only its reference is here.
create table read.improvement_actions (
    id           text        primary key collate "C",
    structure    text        not null collate "C",
    title        text        not null,
    words        text        not null,
    state        smallint    not null,
    planned_for  date,
    done_on      date,
    published_at timestamptz not null,
    changed_at   timestamptz not null
);

create index improvement_actions_latest on read.improvement_actions (published_at desc, id desc);
create index improvement_actions_of_structure on read.improvement_actions (structure, published_at desc, id desc);

create table read.improvement_ties (
    action     text     not null collate "C",
    experience text     not null collate "C",
    -- What the experience has been told of the action; 0: nothing yet.
    told       smallint not null default 0,
    -- The author's answer (EVAL-2).
    answer     smallint,
    primary key (action, experience)
);

create index improvement_ties_of_experience on read.improvement_ties (experience, action) where told > 0;

-- Experiences that are still to be told of an action's state; a row goes once the experience has answered. Which fact of the action
-- asked for it says in whose name.
create schema improvement;

create table improvement.ties_to_tell (
    action     text        not null collate "C",
    experience text        not null collate "C",
    state      smallint    not null,
    sequence   int         not null,
    due_at     timestamptz not null default now(),
    primary key (action, experience, state)
);

create index ties_to_tell_due on improvement.ties_to_tell (due_at);
