-- Polls, what can be chosen in them, what people want, and the messages that show them in the rooms.
create table polls_poll (
    id bigint not null primary key,
    question text not null,
    method text not null,
    hidden int not null,
    made bigint not null,
    closes bigint not null,
    closed bigint,
    seed text not null,
    stale int not null
);

create table polls_option (
    poll bigint not null,
    place int not null,
    label text not null,
    primary key (poll, place)
);

-- wanted: the places of options, the most wanted first
create table polls_ballot (
    poll bigint not null,
    member bigint not null,
    account text not null,
    wanted text not null,
    primary key (poll, member)
);

create table polls_card (
    message text not null primary key,
    poll bigint not null
);
