-- Known leaks: lists of e-mail addresses and phone numbers, or of their hashes, that got out elsewhere before.

create schema if not exists trace;
grant usage on schema trace to holdfast_app;

create table trace.known_leaks (
  id uuid primary key,
  name text not null,
  -- When it is said to have happened.
  happened_at timestamptz not null,
  added_at timestamptz not null,
  -- Nobody, when it was added by a command on the server.
  added_by uuid,
  -- How many different values of each kind it has, and how many lines were none.
  emails integer not null,
  phones integer not null,
  sha1s integer not null,
  sha256s integer not null,
  bad integer not null,
  -- How much of a value's keyed hash is kept: so little that each entry stands for some hundred values and more.
  bits smallint not null check (bits between 7 and 31)
);

-- The first bits of keyed hashes, as numbers. Which value an entry is of can't be told, with the key either.
create table trace.known_leak_entries (
  leak uuid not null references trace.known_leaks (id),
  kind text not null check (kind in ('email', 'phone', 'sha1', 'sha256')),
  entry integer not null,
  primary key (leak, kind, entry)
);

grant select, insert on trace.known_leaks, trace.known_leak_entries to holdfast_app;
