-- How far an erasure reaches: 1 the address, 2 the author's words too (a withdrawal), 3 every word that anybody wrote about it; and
-- the fact that asks for it, so that an address that was given afterwards stays.
alter table privacy.erasures add column reach smallint not null default 1 check (reach in (1, 2, 3));
alter table privacy.erasures add column sequence int not null default 0;
update privacy.erasures e
set reach = case when address_only then 1 else 2 end,
    sequence = (select max(f.sequence) from journal.facts f where f.experience = e.experience and f.kind in ('experience-withdrawn', 'address-forgotten'));
alter table privacy.erasures drop column address_only;
alter table privacy.erasures alter column reach drop default;
alter table privacy.erasures alter column sequence drop default;

-- What was withdrawn before left its words in the journal and in snapshots.
insert into privacy.erasures as e (experience, reach, sequence)
select experience, 2, max(sequence) from journal.facts where kind = 'experience-withdrawn' group by experience
on conflict (experience) do update set reach = greatest(e.reach, 2), sequence = greatest(e.sequence, excluded.sequence);
