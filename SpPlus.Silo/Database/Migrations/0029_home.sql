-- Where this database lives. One that was restored from a dump says where it came from: it lives elsewhere, and no silo serves it before the
-- step after-restore has made mails and transaction numbers safe. See docs/adr/0024-a-restored-database-is-not-served-as-it-is.md.
create table journal.home (
    single            boolean primary key default true check (single),
    system_identifier bigint  not null,
    database          oid     not null,
    -- Null: it was never restored.
    restored_at       timestamptz
);

insert into journal.home (system_identifier, database)
select system_identifier, (select oid from pg_database where datname = current_database()) from pg_control_system();
