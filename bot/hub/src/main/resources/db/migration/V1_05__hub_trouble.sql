-- What the moderators were told that the hub cannot mend by itself, until it is over.
create table hub_trouble (name text primary key, state text not null, since bigint not null);
