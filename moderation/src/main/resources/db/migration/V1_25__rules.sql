-- Rules whose life is not the usual: in shadow they only report.
create table moderation_rule (
    rule text not null primary key,
    mode text not null,
    since bigint not null,
    who text not null
);

-- When a rule was last tested on what was said.
create table moderation_test (
    rule text not null primary key,
    at bigint not null,
    messages bigint not null,
    hits bigint not null
);

-- What rules objected to, a row for each day: what only was reported stands apart.
create table moderation_hits (
    rule text not null,
    day bigint not null,
    live bigint not null,
    shadow bigint not null,
    primary key (rule, day)
);
