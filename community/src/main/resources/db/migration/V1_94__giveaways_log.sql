-- The public log of draws: lines of canonical JSON, each with the hash of the one before.
create table giveaways_log (
    seq bigint not null primary key,
    line text not null
);
