-- When a row that waits for its instant may go; null for at once.
alter table hub_outbox add column not_before bigint;
