-- What the gate did not let pass. `held` is JSON of the type named by `type`.
create table moderation_case (
    case_id bigint not null primary key,
    source text not null,
    state text not null,
    type text not null,
    held text not null,
    opened bigint not null,
    decided bigint,
    decider text,
    decider_member bigint
);

create index moderation_case_of on moderation_case (source);

-- Where the moderators were shown a case.
create table moderation_card (
    message text not null primary key,
    case_id bigint not null
);

create index moderation_card_of on moderation_card (case_id);

create table moderation_room (
    room text not null primary key,
    name text not null
);
