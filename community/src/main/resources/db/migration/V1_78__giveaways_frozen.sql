-- The round of a beacon for which a giveaway waits, and the hash of all who take part, which was told with it.
alter table giveaways_giveaway add column round bigint;
alter table giveaways_giveaway add column frozen text;
