-- Accounts: what protects an account beside its factors, and the keys of the firm's other systems.

-- Made of 130 random bits, shown once; here is what recognises one. It is no factor: nobody signs in with it alone.
create table accounts.master_keys (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  hash bytea not null,
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (client, id)
);

create unique index master_keys_current on accounts.master_keys (client) where ended_at is null;

-- Where a client lets money be sent. Nothing in the desk reads an address back: it is found by its blind index.
create table accounts.withdrawal_addresses (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  version integer not null check (version > 0),
  network text not null,
  -- What its owner calls it.
  label text not null,
  ciphertext bytea not null,
  mask text not null,
  index bytea not null,
  added_at timestamptz not null,
  added_by uuid not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  -- Until then nothing may be sent to it.
  usable_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (client, id),
  unique (client, version),
  check (num_nulls(confirmed_at, confirmed_by, usable_at) in (0, 3))
);

create unique index withdrawal_addresses_label on accounts.withdrawal_addresses (client, lower(label))
  where ended_at is null;
create unique index withdrawal_addresses_index on accounts.withdrawal_addresses (client, network, index)
  where ended_at is null;

-- Keys of the firm's own systems. Secrets are shown once, their hashes stand here.
create table accounts.api_keys (
  id uuid primary key,
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  secret_hash bytea not null,
  made_at timestamptz not null,
  -- Who on the staff made it; unset for the command on the server.
  made_by uuid,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid
);

grant select, insert, update on accounts.master_keys, accounts.withdrawal_addresses, accounts.api_keys
  to holdfast_app;
grant delete on accounts.withdrawal_addresses to holdfast_app;
