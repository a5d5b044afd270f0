-- Grain state and reminders: our own tables and statements behind the keys that Orleans' ADO.NET provider asks for.
create schema orleans;

create table orleans.grain_state (
    service     text        not null collate "C",
    state       text        not null collate "C",
    n0          bigint      not null,
    n1          bigint      not null,
    ext         text        not null collate "C",
    version     int         not null,
    payload     bytea,
    modified_at timestamptz not null default now(),
    primary key (service, state, n0, n1, ext)
);

create table orleans.reminders (
    service    text        not null collate "C",
    grain_hash int         not null,
    grain      text        not null collate "C",
    name       text        not null collate "C",
    start_at   timestamptz not null,
    period_ms  bigint      not null,
    version    int         not null default 0,
    primary key (service, grain, name)
);

create index reminders_by_hash on orleans.reminders (service, grain_hash);

-- The provider reads this name unqualified, through whatever connection string it is given.
create table public.orleansquery (
    querykey  text primary key,
    querytext text not null
);

insert into public.orleansquery (querykey, querytext) values
('ReadFromStorageKey', $$
select payload as "PayloadBinary", version as "Version"
from orleans.grain_state
where service = @ServiceId and state = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
  and ext = coalesce(@GrainIdExtensionString, '')$$),
-- A stale writer gets no row, which the provider reads as a conflict; so does a second first writer. "or exists" keeps a
-- stale writer from bringing back a row that was deleted.
('WriteToStorageKey', $$
insert into orleans.grain_state as g (service, state, n0, n1, ext, version, payload)
select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), 1, @PayloadBinary
where @GrainStateVersion is null or exists (
    select from orleans.grain_state
    where service = @ServiceId and state = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
      and ext = coalesce(@GrainIdExtensionString, ''))
on conflict (service, state, n0, n1, ext) do update
set payload = excluded.payload, version = g.version + 1, modified_at = now()
where g.version = @GrainStateVersion
returning g.version as "NewGrainStateVersion"$$),
('ClearStorageKey', $$
update orleans.grain_state
set payload = null, version = version + 1, modified_at = now()
where service = @ServiceId and state = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
  and ext = coalesce(@GrainIdExtensionString, '') and version = @GrainStateVersion
returning version as "NewGrainStateVersion"$$),
('ReadReminderRowsKey', $$
select grain as "GrainId", name as "ReminderName", start_at as "StartTime", period_ms as "Period", version as "Version"
from orleans.reminders where service = @ServiceId and grain = @GrainId$$),
('ReadReminderRowKey', $$
select grain as "GrainId", name as "ReminderName", start_at as "StartTime", period_ms as "Period", version as "Version"
from orleans.reminders where service = @ServiceId and grain = @GrainId and name = @ReminderName$$),
('ReadRangeRows1Key', $$
select grain as "GrainId", name as "ReminderName", start_at as "StartTime", period_ms as "Period", version as "Version"
from orleans.reminders where service = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash$$),
('ReadRangeRows2Key', $$
select grain as "GrainId", name as "ReminderName", start_at as "StartTime", period_ms as "Period", version as "Version"
from orleans.reminders where service = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)$$),
('UpsertReminderRowKey', $$
insert into orleans.reminders as r (service, grain_hash, grain, name, start_at, period_ms)
values (@ServiceId, @GrainHash, @GrainId, @ReminderName, @StartTime, @Period)
on conflict (service, grain, name) do update
set start_at = excluded.start_at, period_ms = excluded.period_ms, grain_hash = excluded.grain_hash, version = r.version + 1
returning version as "Version"$$),
('DeleteReminderRowKey', $$
with deleted as (
    delete from orleans.reminders
    where service = @ServiceId and grain = @GrainId and name = @ReminderName and version = @Version
    returning 1)
select exists (select from deleted)$$),
('DeleteReminderRowsKey', $$
delete from orleans.reminders where service = @ServiceId$$);
