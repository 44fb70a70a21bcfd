-- When somebody entered: of two entries that turn out to be one person's the earlier one stays.
alter table giveaways_entry add column entered bigint not null default 0;
create index giveaways_entry_member on giveaways_entry (member);
create index giveaways_entry_account on giveaways_entry (giveaway, account);
