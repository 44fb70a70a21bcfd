-- What accounts were given, by whom, for how long; folded from facts, which may come twice and in any order.
create table access_entitlement (
    account text not null,
    source text not null,
    id text not null,
    plan text not null,
    starts bigint not null,
    ends bigint,
    ending text not null,
    told bigint not null,
    primary key (account, source, id)
);

create index access_entitlement_ends on access_entitlement (plan, ends);

-- The facts themselves, for whoever asks why. what: began, ended, paid, returned.
create table access_fact (
    account text not null,
    source text not null,
    id text not null,
    at bigint not null,
    what text not null,
    plan text not null,
    by_whom text not null,
    primary key (account, source, id, at, what)
);

-- What each account has of roles and seats because of it, as far as the platforms told.
create table access_given (
    account text not null,
    perk text not null,
    state text not null,
    why text,
    since bigint not null,
    primary key (account, perk)
);

-- Who waits to be let into a room.
create table access_knock (
    account text not null,
    room text not null,
    at bigint not null,
    primary key (account, room)
);

-- By which address a room is entered.
create table access_door (
    room text not null primary key,
    address text not null
);

-- Who lost access when: what the breaker counts.
create table access_loss (
    member bigint not null,
    at bigint not null
);

create index access_loss_at on access_loss (at);

-- Whether losses are stopped until a creator says otherwise, and until when they are not counted because one did.
create table access_breaker (
    one bigint not null primary key,
    stopped bigint not null,
    kept_until bigint not null,
    free_until bigint not null
);

-- What was said once and is not said again.
create table access_told (
    what text not null primary key,
    at bigint not null
);
