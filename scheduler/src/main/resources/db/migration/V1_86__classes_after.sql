-- How often somebody pressed or asked something during a class, beside what they said.
alter table classes_present add column pressed bigint not null default 0;

-- What people said after a date, question by question.
create table classes_survey (
    class bigint not null,
    planned text not null,
    member bigint not null,
    question bigint not null,
    answer bigint not null,
    primary key (class, planned, member, question)
);
