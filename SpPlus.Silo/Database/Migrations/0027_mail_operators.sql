-- Operators look after mails (STEP-2): each has a number to be named by, and what somebody decided about one is kept.
alter table mail.queue add column number bigint generated always as identity;
alter table mail.queue add constraint queue_number unique (number);

-- Claims that are no attempts: those before an operator had it sent again, and those after which it was put back.
alter table mail.queue add column uncounted int not null default 0;
-- When an operator had it sent again: the time after which it is given up begins anew.
alter table mail.queue add column resent_at timestamptz;

alter table mail.queue drop constraint queue_state_check;
alter table mail.queue add constraint queue_state_check
    check (state in ('queued', 'handing-over', 'accepted', 'refused', 'unknown', 'no-address', 'overtaken', 'cancelled'));

drop index mail.queue_held;
drop index mail.queue_in_hand;
create index queue_by_state on mail.queue (state, changed_at, number);

create table mail.operations (
    id         uuid        primary key,
    at         timestamptz not null default clock_timestamp(),
    -- Empty from the command line.
    by_subject text        not null,
    by_name    text        not null,
    act        smallint    not null,
    -- Of a range.
    state      text,
    step       text,
    since      timestamptz,
    until      timestamptz,
    mails      int         not null default 0
);

-- Goes with the mail: once an author has everything erased, nothing says that there was one.
create table mail.acts (
    operation    uuid   not null references mail.operations (id),
    mail         bigint not null references mail.queue (number) on delete cascade,
    from_state   text   not null,
    from_outcome text,
    primary key (operation, mail)
);

create index acts_of_mail on mail.acts (mail);
