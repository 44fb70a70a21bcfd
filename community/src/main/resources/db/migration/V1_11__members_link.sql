-- The name that others saw last; empty where nothing was said since names are kept.
alter table members_account add column name text not null default '';

-- The person that this one became, so that numbers are never given twice.
alter table members_member add column became bigint;

-- A code with which one account shows that another is the same person's. overheard: others could read it; claimed: who gave it then.
create table members_code (
    code text not null primary key,
    account text not null,
    name text not null,
    overheard bigint not null,
    until bigint not null,
    used bigint not null,
    claimed text
);

create index members_code_of on members_code (account);

-- Wrong codes, so that nobody can try them all.
create table members_guess (
    account text not null,
    at bigint not null
);

create index members_guess_of on members_guess (account, at);
