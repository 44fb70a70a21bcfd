-- Raids that were contained: what was done to whom stands with the case.
create table moderation_raid (
    case_id bigint not null primary key,
    platform text not null,
    began bigint not null,
    last bigint not null,
    people bigint not null,
    messages bigint not null
);
