-- A row while the relay is paused: since when, and by whom.
create table bridge_pause (
    since bigint not null,
    who text not null
);

-- What was said meanwhile, in order; it is carried over when the relay goes on.
create table bridge_waiting (
    seq bigint not null primary key,
    source text not null unique,
    type text not null,
    body text not null
);
