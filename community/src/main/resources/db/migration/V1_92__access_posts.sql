-- What was posted for those who have a plan; of what was taken back only its number stays.
create table access_post (
    id bigint not null primary key,
    plan text not null,
    author text not null,
    words text not null,
    at bigint not null,
    gone bigint not null
);

create table access_card (
    message text not null primary key,
    post bigint not null
);

create index access_card_post on access_card (post);

-- What creators said in the last days, which they may post by pointing at it.
create table access_heard (
    message text not null primary key,
    author text not null,
    words text not null,
    at bigint not null
);

create index access_heard_at on access_heard (at);

-- The files of both; the owner is a post's number, or a message as it is written.
create table access_file (
    owner text not null,
    place integer not null,
    name text not null,
    size bigint not null,
    source text,
    primary key (owner, place)
);
