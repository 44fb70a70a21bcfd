-- Who came into a joined room, or left it, since its people's comings were told last.
create table bridge_coming (
    seq integer primary key,
    room text not null,
    account text not null,
    name text not null,
    came integer not null,
    unique (room, account)
);

-- When the comings of a room were told last.
create table bridge_coming_told (
    room text not null primary key,
    at bigint not null
);
