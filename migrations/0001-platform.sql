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

grant usage on schema platform to holdfast_app;
grant select on platform.installation, platform.migrations to holdfast_app;
grant select, insert, update, delete on platform.request_counts to holdfast_app;
