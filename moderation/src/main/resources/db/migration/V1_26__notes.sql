-- What moderators wrote down about a case, and what its message said before its author changed it.
create table moderation_note (
    note_id bigint not null primary key,
    case_id bigint not null,
    kind text not null,
    who text not null,
    words text not null,
    at bigint not null
);

create index moderation_note_of on moderation_note (case_id);
