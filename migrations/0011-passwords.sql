-- Accounts: passwords with authenticators, half-done sign-ins, recovery, and closing an account.
-- Passwords and authenticators are factors: accounts.factors says when each began and ended.

create table accounts.passwords (
  client uuid not null references accounts.clients (client),
  factor uuid not null,
  -- PHC string with the version of our own pepper and parameters.
  hash text not null,
  primary key (client, factor)
);

create table accounts.authenticators (
  client uuid not null references accounts.clients (client),
  factor uuid not null,
  -- AES-256-GCM under a key that the database doesn't hold: nonce, ciphertext, tag.
  secret bytea not null,
  -- The last time step whose code was taken: no code counts twice.
  last_step bigint not null default 0,
  primary key (client, factor)
);

-- Somebody who is on the way in: the password was right, the rest isn't proven yet.
create table accounts.sign_ins (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  secret_hash bytea not null,
  browser text not null,
  network text not null,
  began_at timestamptz not null,
  ends_at timestamptz not null,
  attempts integer not null default 0,
  -- When the second factor was proven.
  proven_at timestamptz,
  -- The device that waits for its approval.
  device uuid,
  -- It led to a session, or was refused.
  ended_at timestamptz,
  primary key (client, id)
);

-- What was tried with a link that resets a password. Who fails too often waits until the next link.
create table accounts.password_resets (
  client uuid not null references accounts.clients (client),
  link uuid not null,
  attempts integer not null default 0,
  failed_at timestamptz,
  primary key (client, link)
);

create table accounts.recovery_codes (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  hash bytea not null,
  added_at timestamptz not null,
  added_by uuid not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (client, id)
);

-- Everything is lost: after a delay in which every channel is told, a new passkey takes the place of what is lost.
create table accounts.recoveries (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  browser text not null,
  network text not null,
  begun_at timestamptz not null,
  -- The change that began it.
  added_by uuid not null,
  due_at timestamptz not null,
  -- When the link was sent that finishes it.
  told_at timestamptz,
  -- Also when its owner signed in meanwhile, or a lock took it back.
  cancelled_at timestamptz,
  cancelled_by uuid,
  done_at timestamptz,
  primary key (client, id)
);

create unique index recoveries_open on accounts.recoveries (client) where cancelled_at is null and done_at is null;
create index recoveries_due on accounts.recoveries (due_at) where cancelled_at is null and done_at is null;

-- An account that its owner closes: until the delay is over, it can be kept.
create table accounts.closings (
  client uuid not null references accounts.clients (client),
  id uuid not null,
  added_at timestamptz not null,
  added_by uuid not null,
  closes_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  closed_at timestamptz,
  primary key (client, id)
);

create unique index closings_open on accounts.closings (client) where ended_at is null and closed_at is null;
create index closings_due on accounts.closings (closes_at) where ended_at is null and closed_at is null;

grant select, insert, update on accounts.passwords, accounts.authenticators, accounts.sign_ins, accounts.password_resets,
  accounts.recovery_codes, accounts.recoveries, accounts.closings to holdfast_app;
grant delete on accounts.sign_ins, accounts.password_resets to holdfast_app;
