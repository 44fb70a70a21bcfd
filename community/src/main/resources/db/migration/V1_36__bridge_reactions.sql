-- Who put which emoji on a message or one of its copies.
create table bridge_reaction (
    source text not null,
    room text not null,
    who text not null,
    emoji text not null,
    primary key (source, room, who, emoji)
);

-- What the hub was last asked to show on a message or a copy: emoji with spaces between.
create table bridge_shown (
    message text not null primary key,
    source text not null,
    emoji text not null
);

create index bridge_shown_of on bridge_shown (source);
