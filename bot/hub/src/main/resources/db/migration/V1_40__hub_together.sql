-- Waiting rows that go out as one message, by the first of them: whatever happens to the process, they go out as the same one.
create table hub_together (
    first bigint not null primary key,
    rows text not null,
    body text not null
);
