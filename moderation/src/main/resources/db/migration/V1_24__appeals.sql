-- What members say against a decision. One appeal for each case.
create table moderation_appeal (
    case_id bigint not null primary key,
    member bigint not null,
    words text not null,
    at bigint not null,
    decided bigint,
    decider text,
    overturned bigint
);
