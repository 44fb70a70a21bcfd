-- What moderation did, in a chain: each link is keyed over the one before, so that no row can be changed, left out or moved unseen.
-- The digest is of salt and payload; both can be deleted, and the chain still holds.
create table audit_row (
    seq bigint not null primary key,
    at bigint not null,
    kind text not null,
    about bigint not null,
    salt text,
    payload text,
    digest text not null,
    link text not null
);

create index audit_row_about on audit_row (about);

-- The newest link and how many there are, keyed too: rows that were cut off at the end are missed.
create table audit_head (
    count bigint not null,
    link text not null,
    seal text not null
);
