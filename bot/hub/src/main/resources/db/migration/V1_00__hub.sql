-- Times are milliseconds since 1970, ids are written as platform:room/message, bodies are JSON with a versioned type name.

create table hub_installation (id text primary key);

-- What was heard, once each: for de-duplication, audit and replay; purged by age.
create table hub_journal (
  seq bigint primary key,
  platform text not null,
  native_id text not null,
  revision text not null,
  at bigint not null,
  body text not null
);
create unique index hub_journal_key on hub_journal (platform, native_id, revision);

-- The newest message heard in each room: where history is read from after a gap.
create table hub_heard (room text primary key, message text not null);

-- What shall be done on platforms: planned, sent (a try has begun whose end is unknown), confirmed, dead.
create table hub_outbox (
  id bigint primary key,
  lane text not null,
  body text not null,
  state text not null,
  attempts integer not null,
  ambiguous integer not null,
  planned_at bigint not null,
  done_at bigint,
  reason text
);
create index hub_outbox_open on hub_outbox (id) where state in ('planned', 'sent');
create index hub_outbox_done on hub_outbox (done_at);

-- The newest message of our own that stands in each lane, by its receipt.
create table hub_stands (lane text primary key, message text not null);

create table hub_timer (name text primary key, due bigint not null, note text not null);
create index hub_timer_due on hub_timer (due);

-- An event that one feature could not handle; the others heard it.
create table hub_dead_letter (
  id bigint primary key,
  feature text not null,
  body text not null,
  error text not null,
  at bigint not null
);
