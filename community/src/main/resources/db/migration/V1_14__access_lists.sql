-- Whom a list of all subscribers missed, since when; a second list decides.
create table access_missing (
    room text not null,
    account text not null,
    since bigint not null,
    primary key (room, account)
);

-- When it was looked whether an account sits where it may.
create table access_seen (
    account text not null,
    perk text not null,
    at bigint not null,
    primary key (account, perk)
);

create index access_seen_at on access_seen (at);
