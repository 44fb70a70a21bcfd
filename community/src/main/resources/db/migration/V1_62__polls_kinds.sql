-- More kinds of polls: several winners, a quorum, open ballots, and quizzes (answer: the place of the right option, or -1).
alter table polls_poll add column seats int not null default 1;
alter table polls_poll add column quorum int not null default 0;
alter table polls_poll add column named int not null default 0;
alter table polls_poll add column answer int not null default -1;
-- when the message stood, for whoever reads it there
alter table polls_card add column stood bigint not null default 0;
-- took: milliseconds from when the question stood before this person; raw: from when it was asked; points of a quiz
alter table polls_ballot add column name text not null default '';
alter table polls_ballot add column took bigint not null default 0;
alter table polls_ballot add column raw bigint not null default 0;
alter table polls_ballot add column points int not null default 0;
