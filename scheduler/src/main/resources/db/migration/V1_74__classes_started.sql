-- The dates whose beginning the rooms were told when the stream went live.
create table classes_started (
    class bigint not null,
    planned text not null,
    at bigint not null,
    primary key (class, planned)
);
