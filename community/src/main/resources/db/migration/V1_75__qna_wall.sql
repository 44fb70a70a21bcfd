-- The questions of a live class: equal ones are one card, and each person has one vote for it.
create table qna_wall (
    id bigint not null primary key,
    talk text not null,
    opened bigint not null,
    closed bigint
);

-- taken: when it was answered; null while it waits
create table qna_card (
    id bigint not null primary key,
    wall bigint not null,
    question bigint not null,
    said text not null,
    at bigint not null,
    taken bigint
);

create index qna_card_wall on qna_card (wall, taken);

create table qna_vote (
    card bigint not null,
    voter text not null,
    primary key (card, voter)
);
