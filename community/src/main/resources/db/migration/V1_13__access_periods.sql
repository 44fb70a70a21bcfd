-- What came in, each payment once, and what of it went back: without a name and without a word, so that it is kept when the rest is not.
create table access_taking (
    source text not null,
    payment text not null,
    back bigint not null,
    period text not null,
    kind text not null,
    currency text not null,
    amount bigint not null,
    primary key (source, payment, back)
);

-- How many there were, as it was last counted in a month. what: people, subscriptions.
create table access_period (
    period text not null,
    what text not null,
    source text not null,
    name text not null,
    count bigint not null,
    primary key (period, what, source, name)
);
