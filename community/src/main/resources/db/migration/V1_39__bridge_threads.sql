-- Threads below joined rooms. Those that read each other are one conversation, a row for each room that it hangs from.
create table bridge_thread (
    conversation integer not null,
    parent text not null,
    -- The thread itself; null while it is being opened, and the parent where it has to be led there.
    room text,
    title text not null,
    open integer not null,
    primary key (conversation, parent)
);

create index bridge_thread_by_room on bridge_thread (room);

-- What was said in a conversation while its thread was being opened there, in order.
create table bridge_thread_waiting (
    seq integer primary key,
    conversation integer not null,
    parent text not null,
    source text not null,
    type text not null,
    body text not null,
    unique (source, parent)
);
