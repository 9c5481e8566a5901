-- Passkeys of clients, and what is asked of authenticators. A passkey lives as long as the factor that it is.

create table accounts.passkeys (
  client uuid not null,
  factor uuid not null,
  credential_id bytea not null,
  -- As the authenticator gave it (COSE, RFC 9052).
  public_key bytea not null,
  -- How often it signed, as far as it counts: it may only grow.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  -- It can be copied to its owner's other devices; and it was, when it was last seen.
  is_synced boolean not null,
  is_backed_up boolean not null,
  -- It can be used on another device than the one that made it.
  is_roaming boolean not null,
  primary key (client, factor),
  foreign key (client, factor) references accounts.factors (client, id)
);

-- No authenticator answers for two accounts (WebAuthn Level 3 §7.1, step 26).
create unique index passkeys_credential on accounts.passkeys (credential_id);

-- What an authenticator was asked to sign: once, soon, for one purpose, in the browser or the session that asked.
create table accounts.challenges (
  challenge bytea primary key,
  purpose text not null,
  asker bytea not null,
  expires_at timestamptz not null
);

create index challenges_expiry on accounts.challenges (expires_at);

grant select, insert, update on accounts.passkeys to holdfast_app;
grant select, insert, delete on accounts.challenges to holdfast_app;
