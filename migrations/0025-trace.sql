-- Trace: from a leaked sample to who could have, when, and who else is affected.

create schema if not exists trace;
grant usage on schema trace to holdfast_app;

-- One leaked sample that is looked into. Nothing of what stands in the sample is in a plain column.
create table trace.traces (
  id uuid primary key,
  begun_at timestamptz not null,
  -- An analyst, or a key of one of the firm's own systems.
  begun_by uuid,
  begun_by_key uuid,
  -- When the sample was first seen in public.
  before timestamptz not null,
  why text not null,
  format text not null,
  rows integer not null,
  bad integer not null,
  bytes integer not null,
  digest bytea not null check (length(digest) = 32),
  -- The case's own key, encrypted by the keykeeper for the case; it goes when the case is shredded.
  key_ciphertext bytea,
  changed_at timestamptz not null,
  -- The columns were confirmed: a worker takes it.
  asked_at timestamptz,
  started_at timestamptz,
  -- How often it was begun. Who began it once and was overtaken writes nothing any more.
  tries smallint not null default 0,
  step text,
  -- The worker still works on it.
  beat_at timestamptz,
  finished_at timestamptz,
  failed_at timestamptz,
  failure text,
  shredded_at timestamptz,
  shredded_by uuid,
  shred_reason text,
  -- The keykeeper destroyed its keys.
  key_destroyed_at timestamptz,
  check (num_nonnulls(begun_by, begun_by_key) = 1),
  check (num_nonnulls(failed_at, failure) in (0, 2)),
  check (num_nonnulls(shredded_at, shredded_by, shred_reason) in (0, 3)),
  check ((key_ciphertext is null) = (shredded_at is not null))
);

create index traces_begun on trace.traces (begun_at desc, id);
create index traces_waiting on trace.traces (asked_at)
  where asked_at is not null and finished_at is null and failed_at is null and shredded_at is null;
create index traces_key_left on trace.traces (shredded_at) where shredded_at is not null and key_destroyed_at is null;

-- The sample, how its columns are read, what was found, and the list of whom it affects, each sealed by the case's own key.
create table trace.contents (
  trace uuid not null references trace.traces (id),
  kind text not null check (kind in ('sample', 'columns', 'result', 'scope_list')),
  sealed bytea not null,
  primary key (trace, kind)
);

-- Who stands in what was found, and so doesn't see the case.
create table trace.shut_out (
  trace uuid not null references trace.traces (id),
  staff uuid not null,
  primary key (trace, staff)
);

create index shut_out_staff on trace.shut_out (staff);

-- Whose name an analyst opened in which trace, and why.
create table trace.name_openings (
  trace uuid not null references trace.traces (id),
  id uuid not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  staff uuid not null,
  -- What the person is called in that trace, such as A.
  called text not null,
  reason text not null,
  primary key (trace, id)
);

create index name_openings_at on trace.name_openings (opened_at desc);

grant select, insert, update on trace.traces to holdfast_app;
grant select, insert, delete on trace.contents to holdfast_app;
grant select, insert on trace.shut_out, trace.name_openings to holdfast_app;
