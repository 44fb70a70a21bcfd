-- Announcements that are to be kept in sight; a row goes when the platform has let go of it.
create table classes_pin (
    message text not null primary key
);
