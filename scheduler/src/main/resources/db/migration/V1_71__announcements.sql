-- What the creator says to everybody: words in one or two languages, when they go out, and where they stand.
create table announcements_draft (
    id bigint not null primary key,
    words text not null,
    due bigint not null,
    told bigint not null
);

create table announcements_message (
    message text not null primary key,
    draft bigint not null
);
