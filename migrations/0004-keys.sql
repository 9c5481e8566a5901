-- Keys: clients' data keys and the keys of blind indexes, all wrapped. What unwraps them is the keykeeper's, and never here.

create schema keys;

-- The key-encryption keys that wrap something here. Only one that isn't retired wraps anything new.
create table keys.keks (
  id uuid primary key,
  made_at timestamptz not null,
  retired_at timestamptz
);

-- A client whose keys are shredded never gets another.
create table keys.clients (
  client uuid primary key,
  shredded_at timestamptz
);

create table keys.client_keys (
  client uuid not null references keys.clients (client),
  number integer not null check (number > 0),
  kek uuid not null references keys.keks (id),
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (client, number)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0); -- a shredded key leaves its page soon

-- A blind index is named by its table and field.
create table keys.index_keys (
  name text primary key,
  kek uuid not null references keys.keks (id),
  wrapped bytea not null,
  made_at timestamptz not null
);

-- The one keykeeper of this database, by the journal that it keeps: a second journal would let events be used twice.
create table keys.keykeeper (
  only_row boolean primary key default true check (only_row),
  journal uuid not null
);

grant usage on schema keys to holdfast_app;
grant select, insert, update, delete on keys.keks, keys.client_keys to holdfast_app;
grant select, insert, update on keys.clients, keys.index_keys to holdfast_app;
grant select, insert on keys.keykeeper to holdfast_app;
