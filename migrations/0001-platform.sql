-- What the platform itself keeps: counters of requests, and the salt that hides addresses in them.

create table platform.installation (
  only_row boolean primary key default true check (only_row),
  address_salt text not null,
  created_at timestamptz not null default now()
);

insert into platform.installation (address_salt)
values (gen_random_uuid()::text || gen_random_uuid()::text);

-- Unlogged: losing the counters in a crash costs nothing, and counting writes no WAL.
create unlogged table platform.request_counts (
  bucket text not null,
  window_start timestamptz not null,
  requests integer not null,
  primary key (bucket, window_start)
);

create index request_counts_window on platform.request_counts (window_start);

-- Requests of other systems that must not be done twice (Idempotency-Key), each by the hash of its sender and name.
create table platform.named_requests (
  name_hash bytea primary key,
  request_hash bytea not null,
  result text not null,
  received_at timestamptz not null
);

create index named_requests_received on platform.named_requests (received_at);

-- The signed editions this desk has kept to. A version never comes back with other contents.
create table platform.editions (
  kind text not null,
  key_id text not null,
  version integer not null check (version > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  first_seen_at timestamptz not null,
  primary key (kind, key_id, version)
);

grant usage on schema platform to holdfast_app;
grant select on platform.installation, platform.migrations to holdfast_app;
grant select, insert, update, delete on platform.request_counts, platform.named_requests to holdfast_app;
grant select, insert on platform.editions to holdfast_app;
