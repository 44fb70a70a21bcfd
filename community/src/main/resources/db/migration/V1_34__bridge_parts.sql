-- Every piece is a row as soon as it is planned; until its receipt comes, copy begins with '-'.
-- author: who said it; manner, said: what the copy begins with besides the words, and when they were said.
alter table bridge_copy add column author text;
alter table bridge_copy add column manner text;
alter table bridge_copy add column said bigint;

-- The newest words of messages that were edited while a piece of a copy was on its way.
create table bridge_said (
    source text not null primary key,
    type text not null,
    body text not null
);
