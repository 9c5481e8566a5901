-- Accounts: clients, how they prove who they are, their sessions, and every change of how an account is protected.
-- What a change adds names the change that added it, and what it ends the one that ended it: a change is taken back by
-- ending the first and reviving the second.

create schema accounts;

create table accounts.clients (
  client uuid primary key,
  public_id text not null unique,
  language text not null,
  opened_at timestamptz not null,
  -- Until then the account is nobody's, and lapses.
  activated_at timestamptz,
  closed_at timestamptz
);

create table accounts.changes (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  kind text not null,
  made_at timestamptz not null,
  session uuid,
  undo_until timestamptz,
  undone_at timestamptz,
  primary key (client, id)
);

create table accounts.emails (
  client uuid not null references accounts.clients (client),
  version integer not null check (version > 0),
  ciphertext bytea not null,
  mask text not null,
  index bytea not null,
  added_at timestamptz not null,
  added_by uuid,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (client, version)
);

-- A confirmed address is one client's.
create unique index emails_confirmed on accounts.emails (index) where confirmed_at is not null and ended_at is null;
create index emails_taken on accounts.emails (index) where ended_by is not null;

-- What a client signs in with. The master key and recovery codes are none, and stand apart.
create table accounts.factors (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  kind text not null check (kind in ('passkey', 'authenticator', 'password')),
  name text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (client, id)
);

-- A holder is a client or a member of the staff. Secrets stand in cookies, their hashes here.
create table accounts.sessions (
  holder uuid not null,
  id uuid not null,
  holder_kind text not null check (holder_kind in ('client', 'staff')),
  secret_hash bytea not null,
  device uuid,
  browser text not null,
  network text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  -- When each factor was last proven in it.
  passkey_at timestamptz,
  authenticator_at timestamptz,
  password_at timestamptz,
  provider_at timestamptz,
  ended_at timestamptz,
  ended_because text,
  primary key (holder, id)
);

-- A browser that a client signed in with before.
create table accounts.devices (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  secret_hash bytea not null,
  browser text not null,
  network text not null,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  approved_at timestamptz,
  approved_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (client, id)
);

create unique index devices_secret on accounts.devices (client, secret_hash) where ended_at is null;

-- Single-use links in our mail. What opens one is made outside of the database.
create table accounts.links (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  purpose text not null,
  -- What it is about: a change, a device, an address.
  subject uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (client, id)
);

create index links_id on accounts.links (id);

create table accounts.settings_locks (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  locked_at timestamptz not null,
  -- Here and below: the change that did it.
  locked_by uuid not null,
  days integer not null check (days between 1 and 90),
  unlock_asked_at timestamptz,
  unlock_asked_by uuid,
  -- From then on it is open, whoever looks first.
  unlocks_at timestamptz,
  unlocked_at timestamptz,
  unlocked_by uuid,
  primary key (client, id),
  check (num_nulls(unlock_asked_at, unlock_asked_by, unlocks_at) in (0, 3))
);

create unique index settings_locks_current on accounts.settings_locks (client) where unlocked_at is null;

-- The whole account, by a link in a notice or by its owner.
create table accounts.account_locks (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  locked_at timestamptz not null,
  locked_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (client, id)
);

create unique index account_locks_current on accounts.account_locks (client) where lifted_at is null;

grant usage on schema accounts to holdfast_app;
grant select, insert, update on accounts.clients, accounts.changes, accounts.emails, accounts.factors, accounts.sessions,
  accounts.devices, accounts.links, accounts.settings_locks, accounts.account_locks to holdfast_app;
grant delete on accounts.sessions, accounts.links, accounts.emails to holdfast_app;
