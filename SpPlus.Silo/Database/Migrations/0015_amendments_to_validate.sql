-- RESP-5: an answered structure's amendment may wait to be validated. Then the structure has something to do again.
alter table read.standings drop column waiting;
alter table read.standings add column amending boolean not null default false;
alter table read.standings add column waiting boolean not null generated always as (open and (amending or status in (1, 2, 3))) stored;

create index standings_waiting_of_structure on read.standings (structure, concerned_since, experience) where waiting;
create index standings_waiting on read.standings (concerned_since, experience, structure) where waiting;

-- What is done is listed by its status, the latest first, over all structures.
create index standings_done on read.standings (status, concerned_since, experience, structure) where open and not waiting;

-- Everything is projected again from the journal.
truncate read.standing_counts, read.responses, read.standings, read.experiences;
delete from journal.checkpoints where projection = 'read-model';
