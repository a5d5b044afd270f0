-- Words as people look for them: accents, case and plurals do not matter. The extension's function depends on a file and is not
-- immutable; that file changes with a version of PostgreSQL, and then the index is made again. The French stemmer tells a
-- participle by its accent, so what it would have taken off is taken off here.
do $$
begin
    execute format($f$
        create function read.plain(words text) returns text language sql immutable strict parallel safe
        as $b$ select regexp_replace(lower(%1$I.unaccent('%1$I.unaccent'::regdictionary, words)), 'ees?\M', 'e', 'g') $b$
        $f$,
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'unaccent'));
end
$$;

create function read.asked(words text) returns tsquery language sql immutable strict parallel safe
as $$ select websearch_to_tsquery('pg_catalog.french', read.plain(words)) $$;

alter table read.experiences add column words tsvector generated always as (
    setweight(to_tsvector('pg_catalog.french', read.plain(coalesce(title, ''))), 'A')
    || setweight(to_tsvector('pg_catalog.french', read.plain(coalesce(story, ''))), 'B')) stored;

create index experiences_words on read.experiences using gin (words);
