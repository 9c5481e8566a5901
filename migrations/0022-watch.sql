-- Watch: what is unusual about how somebody on the staff looks at clients, joined into one case a person.

-- Each counted day: how often each member of the staff was shown something, and of how many clients.
create view ledger.door_days as
  select day, actor, views, clients from ledger.actor_days where views > 0;

create view ledger.door_releases as select client, occurred_at, id, actor, kind from ledger.releases;

create view ledger.door_rolled as select min(day) as first, max(day) as day from ledger.rolled_days;

-- Up to where the log has a signed head, and where an event stands in it.
create view ledger.door_head as select size, signed_size, signed_at from ledger.tree;
create view ledger.door_places as
  select e.client, e.occurred_at, e.id, own.index
  from ledger.events e cross join lateral ledger.entry_of(e.instance, e.instance_seq) own;

grant select on ledger.door_days, ledger.door_releases, ledger.door_rolled, ledger.door_head,
  ledger.door_places to holdfast_app;

-- Somebody on the staff whose access is on hold: here, and let do nothing.
alter table accounts.staff add column held_at timestamptz, add column held_by uuid;

create schema watch;
grant usage on schema watch to holdfast_app;

-- One open case a person. It is raised within the day's budget, or at once; until then it waits, ranked by its score.
create table watch.cases (
  id uuid primary key,
  staff uuid not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  score real not null,
  is_urgent boolean not null,
  raised_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  finding text check (finding in ('explained', 'confirmed')),
  reason text,
  -- A second person looks at what was closed; who disagrees opens the case again.
  second_look_at timestamptz,
  second_look_by uuid,
  check (num_nonnulls(closed_at, closed_by, finding, reason) in (0, 4)),
  check (num_nonnulls(second_look_at, second_look_by) in (0, 2))
);

create unique index cases_open on watch.cases (staff) where closed_at is null;
create index cases_closed on watch.cases (closed_at) where closed_at is not null;

-- A signal is stored once, by its own key; while its case is open, its figures follow what happens.
create table watch.signals (
  staff uuid not null,
  key text not null,
  "case" uuid not null references watch.cases (id),
  detector text not null,
  points real not null,
  is_urgent boolean not null,
  at timestamptz not null,
  figures jsonb not null,
  -- The events of the ledger that it stands on.
  events uuid[] not null,
  changed_at timestamptz not null,
  primary key (staff, key)
);

create index signals_case on watch.signals ("case");

-- What was ended for somebody, after the event that says so was committed.
create table watch.containments (
  id uuid primary key,
  "case" uuid not null references watch.cases (id),
  staff uuid not null,
  contained_at timestamptz not null,
  contained_by uuid not null,
  event uuid not null,
  done_at timestamptz,
  released_at timestamptz,
  released_by uuid
);

create unique index containments_open on watch.containments (staff) where released_at is null;

-- Up to when the ledger was read.
create table watch.readings (
  only_row boolean primary key default true check (only_row),
  until timestamptz not null
);

grant select, insert, update on watch.cases, watch.signals, watch.containments, watch.readings to holdfast_app;
