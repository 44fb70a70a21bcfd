-- A person may have several accounts; an account belongs to one person.
create table members_member (
    member bigint not null primary key,
    language text,
    zone text,
    since bigint not null
);

create table members_account (
    account text not null primary key,
    member bigint not null
);

create index members_account_of on members_account (member);

create table members_wish (
    member bigint not null,
    wish text not null,
    primary key (member, wish)
);
