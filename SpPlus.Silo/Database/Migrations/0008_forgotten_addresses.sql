-- An author may have the address alone destroyed; a withdrawal that follows takes the text as sent with it.
alter table privacy.erasures add column address_only boolean not null default false;
