-- Which streams are live, as far as was heard: a class that begins while its stream runs already begins with it.
create table classes_stream (
    room text not null primary key,
    live bigint not null,
    at bigint not null
);
