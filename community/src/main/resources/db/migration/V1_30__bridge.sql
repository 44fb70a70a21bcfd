-- Which message is a copy of which; part 0 is the first of the pieces that one message became in one room.
create table bridge_copy (
    copy text not null primary key,
    source text not null,
    room text not null,
    part bigint not null,
    gone bigint not null
);

create unique index bridge_copy_of on bridge_copy (source, room, part);

-- Messages that were taken back: a copy that is delivered only afterwards goes as well.
create table bridge_gone (
    source text not null primary key
);

-- What each room was last told about the rooms that it is joined with.
create table bridge_notice (
    room text not null primary key,
    joined text not null
);
