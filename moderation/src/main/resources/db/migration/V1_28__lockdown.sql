-- A row while a lockdown lasts: since when, and by whom.
create table lockdown (
    since bigint not null,
    who text not null
);
