-- What a ticket owes is found anew, each time, in its own rows and those of all tickets that went on in it. What happened in one ticket
-- is put into an order by the ticket's revision, which no clock changes: a message says at which it was written, a merged ticket at
-- which of the other's it went on there.
alter table tickets.messages add column revision integer;
update tickets.messages set revision = number;
alter table tickets.messages alter column revision set not null;

alter table tickets.tickets
  add column into_revision integer,
  -- What an open ticket was before another one, which went on in it, opened it.
  add column open_before text check (open_before in ('pending', 'hold', 'solved')),
  -- Below this revision everything owes nothing: the ticket was solved, and went on all the same.
  add column settled_revision integer not null default 0,
  -- The priority that it was given itself. What went on in it below this revision makes it no more urgent.
  add column given_priority text not null default 'normal' check (given_priority in ('low', 'normal', 'high', 'urgent')),
  add column given_revision integer not null default 0;

update tickets.tickets t set into_revision = (
  select count(*) from tickets.messages m
  where m.client = t.client and m.ticket = t.merged_into and m.written_at <= t.status_since)
where merged_into is not null;

update tickets.tickets t set open_before = (
  select m.into_status from tickets.tickets m
  where m.client = t.client and m.merged_into = t.id and m.status_since = t.status_since
    and m.into_status in ('pending', 'hold', 'solved') limit 1)
where status = 'open';

-- A priority that came along with another ticket is nobody's own; any other was given, whatever had gone on there.
update tickets.tickets t set given_priority = coalesce((
  select m.into_priority from tickets.tickets m
  where m.client = t.client and m.merged_into = t.id and exists (
    select from tickets.tickets o where o.client = t.client and o.merged_into = t.id and o.priority = t.priority)
  order by m.status_since, m.id limit 1), t.priority);
update tickets.tickets t set given_revision = revision
where given_priority = priority and exists (
  select from tickets.tickets m where m.client = t.client and m.merged_into = t.id);

alter table tickets.tickets
  drop column into_status,
  drop column into_priority,
  add constraint tickets_into_revision check ((into_revision is null) = (merged_into is null)),
  add constraint tickets_open_before check (open_before is null or status = 'open');
