-- Staff: who works here, as what, and what took two people. Rows say who and when; nothing is removed but links and
-- attempts that are over.

create table accounts.staff (
  staff uuid primary key,
  name text not null,
  -- In small letters.
  email text,
  -- Who that is at the firm's identity provider.
  provider_subject text,
  team text not null,
  employer text not null,
  languages text[] not null check (cardinality(languages) > 0),
  time_zone text not null,
  -- Hours by day of the week: {"monday": ["09:00", "17:00"]}.
  shift jsonb not null,
  joined_at timestamptz not null,
  joined_by uuid,
  left_at timestamptz,
  left_by uuid,
  check (email is not null or provider_subject is not null)
);

create unique index staff_email on accounts.staff (email) where left_at is null;
create unique index staff_provider_subject on accounts.staff (provider_subject) where left_at is null;

create table accounts.staff_roles (
  staff uuid not null references accounts.staff (staff),
  role text not null check (role in ('agent', 'lead', 'analyst', 'custodian', 'counsel', 'comms', 'approver', 'admin')),
  granted_at timestamptz not null,
  granted_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (staff, role, granted_at)
);

create unique index staff_roles_current on accounts.staff_roles (staff, role) where ended_at is null;

create table accounts.staff_passkeys (
  staff uuid not null references accounts.staff (staff),
  id uuid not null,
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  is_backed_up boolean not null,
  is_roaming boolean not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (staff, id)
);

-- Single-use links by which somebody on the staff registers a passkey. What opens one is made outside of the database.
create table accounts.staff_links (
  staff uuid not null references accounts.staff (staff),
  id uuid not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (staff, id)
);

-- Sign-ins at the firm's identity provider that were begun. The secrets of one are its browser's alone.
create table accounts.provider_attempts (
  id bytea primary key,
  back text not null,
  began_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create index provider_attempts_expiry on accounts.provider_attempts (expires_at);

-- An act that takes two people. Who is asked is drawn by the desk.
create table accounts.approvals (
  id uuid primary key,
  kind text not null,
  -- The id of what it is about.
  subject text not null,
  reason text not null,
  -- What exactly would be done.
  scope jsonb not null,
  asked_by uuid not null references accounts.staff (staff),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  approver uuid not null references accounts.staff (staff),
  -- Among how many people the approver was drawn.
  drawn_among integer not null check (drawn_among > 0),
  approved_at timestamptz,
  -- An approval that isn't used by then is over.
  usable_until timestamptz,
  refused_at timestamptz,
  expired_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text check (withdrawn_because in ('asker', 'left')),
  used_at timestamptz,
  check (asked_by <> approver),
  check (num_nonnulls(refused_at, expired_at, withdrawn_at, used_at) <= 1),
  check (used_at is null or approved_at is not null),
  check (refused_at is null or approved_at is null),
  check ((approved_at is null) = (usable_until is null)),
  check ((withdrawn_at is null) = (withdrawn_because is null))
);

create index approvals_approver on accounts.approvals (approver, asked_at desc);
create index approvals_asker on accounts.approvals (asked_by, asked_at desc);
create index approvals_open on accounts.approvals (expires_at)
  where refused_at is null and expired_at is null and withdrawn_at is null and used_at is null;

grant select, insert, update on accounts.staff, accounts.staff_roles, accounts.staff_passkeys, accounts.staff_links,
  accounts.provider_attempts, accounts.approvals to holdfast_app;
grant delete on accounts.provider_attempts to holdfast_app;
