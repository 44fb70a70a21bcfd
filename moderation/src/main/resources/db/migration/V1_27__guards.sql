-- What one moderator asked for and a second must confirm. `cards` are the messages that show it, with spaces between.
create table moderation_second (
    second_id bigint not null primary key,
    kind text not null,
    about text not null,
    who text not null,
    member bigint not null,
    at bigint not null,
    cards text not null,
    done bigint,
    confirmer bigint
);

-- Who acted too much and may not go on until somebody else has looked: `member.7`, or `all`.
create table moderation_stop (
    stopped text not null primary key,
    since bigint not null
);
