-- How many tickets an entry has, none where its person was found to take part no more when entries ended; whether they were known by
-- another account, too; and whether a giveaway is entered by saying something.
alter table giveaways_entry add column tickets int not null default 1;
alter table giveaways_entry add column linked int not null default 0;
alter table giveaways_giveaway add column keyword int not null default 0;
create index giveaways_giveaway_keyword on giveaways_giveaway (id) where keyword = 1 and state = 'OPEN';
