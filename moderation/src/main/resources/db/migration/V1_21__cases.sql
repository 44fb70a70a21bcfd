-- Who looks at a case until when, what was decided, and which messages say the same and share the decision.
alter table moderation_case add column twin text;
alter table moderation_case add column claimer text;
alter table moderation_case add column claimer_member bigint;
alter table moderation_case add column claimed_until bigint;
alter table moderation_case add column act text;

create index moderation_case_twin on moderation_case (twin);

create table moderation_twin (
    source text not null primary key,
    case_id bigint not null,
    type text not null,
    held text not null
);

create index moderation_twin_of on moderation_twin (case_id);

-- The accounts that were heard, and whose they are.
create table moderation_account (
    account text not null primary key,
    member bigint not null,
    name text not null,
    language text not null,
    since bigint not null
);

create index moderation_account_of on moderation_account (member);
create index moderation_account_named on moderation_account (name);

-- What was said lately: evidence and context for moderators. `held` is JSON of the type named by `type`.
create table moderation_said (
    source text not null primary key,
    account text not null,
    at bigint not null,
    type text not null,
    held text not null
);

create index moderation_said_at on moderation_said (at);

-- What was done to people. A deed that was taken back is kept and counts no more.
create table moderation_deed (
    deed_id bigint not null primary key,
    case_id bigint not null,
    act text not null,
    member bigint not null,
    until bigint,
    at bigint not null,
    moderator text not null,
    moderator_member bigint not null,
    undone bigint
);

create index moderation_deed_of on moderation_deed (member);
create index moderation_deed_case on moderation_deed (case_id);
create index moderation_deed_by on moderation_deed (moderator_member, at);
