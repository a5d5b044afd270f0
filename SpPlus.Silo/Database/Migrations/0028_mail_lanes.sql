-- Mails wait in lanes, so that ten thousand of one kind are not before one of another: what somebody waits for in front of a screen, what the
-- author is told one by one, what goes out in bulk (incidents' responses, improvement actions, what an operator has sent again), agents' news.
alter table mail.queue add column lane smallint not null generated always as (
    case when step = 'news' then 3
         when resent_at is not null or structure = 'hors-structures' or step = 'improvement-action' then 2
         when step in ('received', 'link') then 0
         else 1 end) stored;

-- Put back until its domain's next turn: it goes then without asking for another.
alter table mail.queue add column paced boolean not null default false;

drop index mail.queue_due;
create index queue_due on mail.queue (lane, due_at) where state = 'queued';
