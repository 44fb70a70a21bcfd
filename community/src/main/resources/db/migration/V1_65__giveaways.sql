-- Giveaways, who entered them, who was drawn, and the messages that show them. The seed of a draw is not here: it follows from a key in a file.
create table giveaways_giveaway (
    id bigint not null primary key,
    draw text not null,
    state text not null,
    prize text not null,
    winners int not null,
    closes bigint not null,
    rules text not null,
    stale int not null,
    bundle text
);

-- salt and tag in hex; account: the one with which a person entered first
create table giveaways_entry (
    giveaway bigint not null,
    member bigint not null,
    account text not null,
    name text not null,
    language text not null,
    salt text not null,
    tag text not null,
    primary key (giveaway, member)
);

create table giveaways_drawn (
    giveaway bigint not null,
    place int not null,
    member bigint not null,
    state text not null,
    primary key (giveaway, place)
);

create table giveaways_card (
    message text not null primary key,
    giveaway bigint not null
);
