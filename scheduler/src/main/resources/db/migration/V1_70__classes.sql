-- Local times are written 2026-03-01T19:00, instants are milliseconds since 1970. A date is known by the local time that the rule planned.
create table classes_class (
    id bigint not null primary key,
    title text not null,
    start text not null,
    zone text not null,
    rule text,
    minutes bigint not null,
    room text not null,
    sequence bigint not null,
    cancelled bigint not null,
    made bigint not null,
    changed bigint not null
);

-- Single dates that are otherwise than planned: moved to another local time, or cancelled where moved is null.
create table classes_exception (
    class bigint not null,
    planned text not null,
    moved text,
    primary key (class, planned)
);

-- Dates that are near enough to have their reminders planned.
create table classes_date (
    class bigint not null,
    planned text not null,
    starts bigint not null,
    ends bigint not null,
    primary key (class, planned)
);

create index classes_date_ends on classes_date (ends);

-- How to reach people who follow a class, as they were last seen.
create table classes_person (
    member bigint not null primary key,
    language text not null,
    zone text not null,
    name text not null,
    account text not null,
    platform text not null,
    accounts text not null,
    quiet bigint not null
);

create table classes_account (
    account text not null primary key,
    member bigint not null
);

-- Who wants reminders of every date, and how long before: seconds, divided by spaces.
create table classes_follower (
    class bigint not null,
    member bigint not null,
    leads text not null,
    primary key (class, member)
);

create table classes_coming (
    class bigint not null,
    planned text not null,
    member bigint not null,
    primary key (class, planned, member)
);

create table classes_present (
    class bigint not null,
    planned text not null,
    member bigint not null,
    first_seen bigint not null,
    last_seen bigint not null,
    said bigint not null,
    primary key (class, planned, member)
);

-- One row for each class date, kind, and person or room. Kind: seconds before the start; below 0 the number of a change that is told.
-- State: 0 waits, 1 handed over, 2 told, 3 dropped, 4 nobody could be reached.
create table classes_reminder (
    id bigint not null primary key,
    class bigint not null,
    planned text not null,
    starts bigint not null,
    member bigint not null,
    room text not null,
    platform text not null,
    kind bigint not null,
    due bigint not null,
    state bigint not null,
    note text not null
);

create unique index classes_reminder_key on classes_reminder (class, starts, kind, member, room);

create index classes_reminder_wave on classes_reminder (class, starts, kind, platform);

create index classes_reminder_due on classes_reminder (platform, due) where state = 0;

-- Where a class is announced, so that the announcement is kept right.
create table classes_card (
    message text not null primary key,
    class bigint not null
);
