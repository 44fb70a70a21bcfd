-- Sponsors' words and tips: local times are written 2026-03-01T19:00, and an empty rule means once.
create table notes_note (
    id bigint not null primary key,
    kind text not null,
    words text not null,
    start text not null,
    zone text not null,
    rule text not null,
    stopped bigint not null
);

-- When something of a kind was said, which the quota counts.
create table notes_said (
    note bigint not null,
    kind text not null,
    at bigint not null
);

create index notes_said_at on notes_said (kind, at);
