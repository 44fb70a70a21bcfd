-- The lines of copies that share one message with others, as they read there; the copy of such a line begins with '~'.
create table bridge_line (
    copy text not null,
    line bigint not null,
    type text not null,
    body text not null,
    at bigint not null,
    primary key (copy, line)
);

create index bridge_line_age on bridge_line (at);
