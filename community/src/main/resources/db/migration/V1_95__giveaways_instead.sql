-- Which giveaway takes the place of which that was made void.
create table giveaways_instead (
    giveaway bigint not null primary key,
    void bigint not null
);
create index giveaways_instead_of on giveaways_instead (void);
