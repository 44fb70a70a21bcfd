-- What is shown in public, in the words of whoever published it, and the accounts whose words are not to be shown.
-- question: where it comes from, by which it goes when that is taken back; null where it was written by hand
create table qna_faq (
    id bigint not null primary key,
    question bigint unique,
    en_asked text not null,
    en_answer text not null,
    zh_asked text not null,
    zh_answer text not null,
    at bigint not null
);

create table qna_private (
    account text not null primary key
);
