-- What happened in the live rooms, in the order in which viewers see it. A number is never used again, so it is the cursor with which
-- a viewer comes back, also after a restart. A line that was edited or deleted is changed where it stands (its old words are gone),
-- and the change is a row of its own for those who saw it before.
create table room_line (
  seq integer primary key autoincrement,
  room text not null,
  line text not null,
  kind text not null, -- said, edited, deleted
  author text, -- the account, null where the hub itself speaks
  only_for text, -- the one account that may see it, or null
  body text not null, -- JSON as viewers get it, without the number
  at bigint not null
);
create unique index room_line_said on room_line (room, line) where kind = 'said';
create index room_line_room on room_line (room, line);
create index room_line_at on room_line (at);
