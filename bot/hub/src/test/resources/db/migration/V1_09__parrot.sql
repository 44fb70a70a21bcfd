create table parrot_heard (text text not null);
create table parrot_delivered (ref text not null, ambiguous integer not null);
