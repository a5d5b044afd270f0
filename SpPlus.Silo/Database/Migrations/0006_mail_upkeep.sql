-- A step that no longer holds when its turn comes (unpublished meanwhile) is not told: the mail would be false.
alter table mail.queue drop constraint queue_state_check;
alter table mail.queue add constraint queue_state_check
    check (state in ('queued', 'handing-over', 'accepted', 'refused', 'unknown', 'no-address', 'overtaken'));

-- What operators are shown: hand-overs whose outcome nobody knows.
create index queue_held on mail.queue (changed_at) where state = 'unknown';

-- Withdrawn experiences whose sealed words are still to be destroyed; a row goes once they are.
create schema privacy;

create table privacy.erasures (
    experience text        primary key collate "C",
    queued_at  timestamptz not null default now()
);
