-- Questions and answers as they were said in the rooms, what the hub offered, and the last lines, by which answers find questions.
-- Kept for a week.
create table qna_line (
    id bigint not null primary key,
    talk text not null,
    message text not null unique,
    account text not null,
    name text not null,
    said text not null,
    at bigint not null,
    reply_to bigint,
    question bigint
);

create index qna_line_talk on qna_line (talk, id);

-- message: null where it was asked by a command; same_as: the question whose answer solved it;
-- changed: grows over all rows, so that the index knows what it has not read
create table qna_question (
    id bigint not null primary key,
    talk text not null,
    message text unique,
    account text not null,
    member bigint,
    name text not null,
    language text not null,
    said text not null,
    at bigint not null,
    state text not null,
    same_as bigint,
    changed bigint not null
);

create index qna_question_changed on qna_question (changed);
create index qna_question_state on qna_question (state, at);

-- confidence: from 0 to 1, that it answers the question; accepted: how many said that it solved it
create table qna_answer (
    id bigint not null primary key,
    question bigint not null,
    message text not null unique,
    account text not null,
    member bigint,
    name text not null,
    said text not null,
    at bigint not null,
    confidence double precision not null,
    accepted int not null
);

create index qna_answer_question on qna_answer (question);

-- Where the hub asked a question of somebody else.
create table qna_post (
    message text not null primary key,
    question bigint not null
);

-- asked: what somebody wanted to know; asking: the question that this is, where it stands in the tables
create table qna_offer (
    id bigint not null primary key,
    question bigint not null,
    answer bigint not null,
    asking bigint,
    asked text not null,
    account text not null,
    member bigint,
    room text not null,
    message text,
    at bigint not null,
    state text not null
);

create index qna_offer_question on qna_offer (question, room);
create index qna_offer_message on qna_offer (message);
