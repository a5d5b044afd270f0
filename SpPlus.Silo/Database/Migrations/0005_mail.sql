-- Mails to authors. The key of STEP-1 is the primary key: one step, one mail. No address is ever written here.
create schema mail;

create table mail.queue (
    experience   text        not null collate "C",
    step         text        not null collate "C",
    structure    text        not null default '' collate "C",
    version      int         not null default 0,
    state        text        not null default 'queued' collate "C"
                 check (state in ('queued', 'handing-over', 'accepted', 'refused', 'unknown', 'no-address')),
    attempts     int         not null default 0,
    due_at       timestamptz not null default now(),
    queued_at    timestamptz not null default now(),
    changed_at   timestamptz not null default now(),
    -- A server's answer or an error's name; never an address.
    outcome      text,
    primary key (experience, step, structure, version)
);

create index queue_due on mail.queue (due_at) where state = 'queued';
create index queue_in_hand on mail.queue (changed_at) where state = 'handing-over';
