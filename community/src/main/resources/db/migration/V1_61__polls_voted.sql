-- When somebody voted: of two ballots that turn out to be one person's the later one stays.
alter table polls_ballot add column voted bigint not null default 0;
create index polls_ballot_member on polls_ballot (member);
