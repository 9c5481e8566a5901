-- Which editions of the policy this desk has kept to. A version never comes back with other contents.

create schema policy;

create table policy.editions (
  version integer primary key check (version > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  first_seen_at timestamptz not null
);

grant usage on schema policy to holdfast_app;
grant select, insert on policy.editions to holdfast_app;
