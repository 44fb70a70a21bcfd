-- The files that people sent, and what their bytes looked like. `look` is a difference hash of a picture.
create table moderation_file (
    source text not null,
    place integer not null,
    name text not null,
    bytes text not null,
    at bigint not null,
    tried integer not null default 0,
    size bigint,
    sha256 text,
    look bigint,
    primary key (source, place)
);

create index moderation_file_at on moderation_file (at);
create index moderation_file_unseen on moderation_file (source, place) where sha256 is null;

-- When the words of a case were let go.
alter table moderation_case add column emptied bigint;
