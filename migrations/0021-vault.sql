-- The vault: clients' fields, what lets staff see one, and what was counted and said of it.

-- What a signed-in client did by opening a ticket, as the keykeeper attested it, and when the ticket last ended.
alter table tickets.tickets
  add column opening_statement text,
  add column opening_signature bytea,
  add column ended_at timestamptz,
  add check ((opening_statement is null) = (opening_signature is null));

create index tickets_resolved on tickets.tickets (assignee, status_since) where status in ('solved', 'closed');

-- What the vault reads of a contact. `is_bound`: the client's opening still stands as it was made: it has never ended,
-- and nobody gave the ticket to another queue.
create view tickets.door_contacts as
  select client, id as ticket, topic, assignee, assigned_at, status, status_since, opened_at, opening_statement,
    opening_signature, ended_at is null and transferred_by is null as is_bound, ended_at, reference
  from tickets.tickets where requester_kind = 'client';

-- When clients wrote in their contacts.
create view tickets.door_words as
  select client, ticket, written_at from tickets.messages where author_kind = 'client';

-- Which team and employer somebody on the staff belongs to: what clients are told of who looked.
create view accounts.door_teams as select staff, team, employer from accounts.staff;

grant select on tickets.door_contacts, tickets.door_words, accounts.door_teams to holdfast_app;

-- Whose account has which public id, for the vault's imports and searches: also a closed one, until it is erased.
create view accounts.door_accounts as
  select client, public_id from accounts.clients where activated_at is not null;

grant select on accounts.door_accounts to holdfast_app;

create schema vault;
grant usage on schema vault to holdfast_app;

create table vault.clients (
  client uuid primary key,
  -- By what the firm's own systems call the client, as a keyed hash.
  reference_index bytea unique,
  class text not null default 'ordinary' check (class in ('ordinary', 'exposed', 'colleague')),
  -- ISO 3166-1 alpha-2, where the firm's systems said it: which regulators are told goes by it.
  country text check (country ~ '^[A-Z]{2}$'),
  added_at timestamptz not null,
  updated_at timestamptz not null
);

-- Each version of each value. The one without an end is the current one; `viewer` is set on decoy values alone, which
-- that person sees in place of the others.
create table vault.fields (
  client uuid not null,
  field text not null,
  version integer not null,
  viewer uuid,
  valid_from timestamptz not null,
  valid_to timestamptz,
  ciphertext bytea not null,
  mask text not null,
  index bytea,
  fingerprint bytea not null,
  primary key (client, field, version)
);

create unique index fields_current on vault.fields (client, field, viewer) nulls not distinct where valid_to is null;
-- With the client in it: whom several values have in common is found without reading a row.
create index fields_index on vault.fields (field, index, client) where index is not null;

-- What a trace reads of clients: everything but the values.
create view vault.door_fields as
  select client, field, version, viewer, valid_from, valid_to, mask, index, fingerprint from vault.fields;
create view vault.door_clients as select client, reference_index, class, country from vault.clients;

grant select on vault.door_fields, vault.door_clients to holdfast_app;

-- What each person on the staff did, by days (UTC), and in the newest hour of each. A row is held until its transaction
-- ends: nobody counts beside it.
create table vault.counts (
  staff uuid not null,
  day timestamptz not null,
  attempts integer not null default 0,
  reveals integer not null default 0,
  predicates integer not null default 0,
  searches integer not null default 0,
  -- When that hour began. What a clock that is behind counts, counts in it too.
  hour timestamptz not null,
  hour_reveals integer not null default 0,
  hour_searches integer not null default 0,
  primary key (staff, day)
) with (fillfactor = 50);

-- Reveals of clients who never contacted that person: break-glass alone makes them.
create table vault.uncontacted (
  staff uuid primary key,
  reveals integer not null
);

create table vault.contact_counts (
  client uuid not null,
  ticket uuid not null,
  reveals integer not null,
  primary key (client, ticket)
) with (fillfactor = 50);

create table vault.client_days (
  client uuid not null,
  day timestamptz not null,
  predicates integer not null,
  primary key (client, day)
) with (fillfactor = 50);

-- An agent asks the client, who approves by an act of the client's own, or doesn't.
create table vault.requests (
  client uuid not null,
  id uuid not null,
  ticket uuid not null,
  asked_by uuid not null,
  -- What the client is told of who asks.
  team text not null,
  employer text not null,
  asked_at timestamptz not null,
  purpose text not null,
  fields text[] not null check (cardinality(fields) > 0),
  -- Unanswered until then, the answer is no.
  answer_until timestamptz not null,
  approved_at timestamptz,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  -- How long what was approved may be seen.
  until timestamptz,
  -- What the client approved, as the keykeeper attested it.
  statement text,
  signature bytea,
  -- What the client's authenticator is asked to sign, until it has.
  draft text,
  primary key (client, id),
  check (num_nonnulls(approved_at, declined_at) <= 1),
  check (num_nonnulls(approved_at, until) in (0, 2)),
  check (withdrawn_at is null or approved_at is not null),
  -- An approval that was taken back loses what proved it.
  check (num_nonnulls(statement, signature) = case when approved_at is null or withdrawn_at is not null then 0 else 2 end)
);

create index requests_ticket on vault.requests (client, ticket);

-- What a second person agreed to: break-glass for one client, or one restricted field within a contact.
create table vault.passes (
  client uuid not null,
  id uuid not null,
  kind text not null check (kind in ('break_glass', 'restricted')),
  staff uuid not null,
  approver uuid not null,
  approval uuid not null unique,
  ticket uuid,
  purpose text not null,
  fields text[] not null check (cardinality(fields) > 0),
  given_at timestamptz not null,
  until timestamptz not null,
  statement text not null,
  signature bytea not null,
  -- Break-glass is hidden from the client until then, at most.
  sealed_until date,
  sealed_because text check (sealed_because in ('investigation', 'legal_order', 'personal_safety')),
  -- Whom the desk drew to look at it afterwards, and who did.
  reviewer uuid,
  reviewed_at timestamptz,
  reviewed_by uuid,
  finding text check (finding in ('right', 'wrong')),
  review_note text,
  primary key (client, id),
  check (staff <> approver and reviewed_by <> staff and reviewed_by <> approver),
  check ((sealed_until is null) = (sealed_because is null)),
  check (num_nonnulls(reviewed_at, reviewed_by, finding, review_note) in (0, 4))
);

create index passes_staff on vault.passes (staff, given_at);
create index passes_open on vault.passes (given_at) where kind = 'break_glass' and reviewed_at is null;
create index passes_given on vault.passes (given_at) where kind = 'break_glass';
create index passes_id on vault.passes (id);

-- Who asked for break-glass. Whom it is about nobody is told before a second person agreed, also when it is nobody.
create table vault.asked_passes (
  id uuid primary key,
  staff uuid not null,
  asked_at timestamptz not null,
  approval uuid not null unique,
  client uuid
);

create index asked_passes_staff on vault.asked_passes (staff, asked_at);
create index asked_passes_client on vault.asked_passes (client);

-- Every look under a pass: its review reads them.
create table vault.pass_looks (
  client uuid not null,
  pass uuid not null,
  event uuid not null,
  field text not null,
  allowed boolean not null,
  looked_at timestamptz not null,
  primary key (client, event)
);

create index pass_looks_pass on vault.pass_looks (client, pass);

-- Who may not see a client any more, or nobody at all, until somebody has reviewed it.
create table vault.freezes (
  id uuid primary key,
  staff uuid not null,
  client uuid,
  because text not null check (because in ('doubt', 'two_doubts', 'contained')),
  since timestamptz not null,
  -- A lead looked into it, and it stays.
  kept_at timestamptz,
  kept_by uuid,
  lifted_at timestamptz,
  -- Nobody, when it ended with the doubts that made it.
  lifted_by uuid,
  check ((kept_at is null) = (kept_by is null))
);

create index freezes_staff on vault.freezes (staff) where lifted_at is null;

-- "Was this you?": what a client says of a contact.
create table vault.answers (
  client uuid not null,
  id uuid not null,
  -- The contact, or the pass without one.
  about uuid not null,
  staff uuid not null,
  said text not null check (said in ('yes', 'no')),
  said_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (client, id)
);

create unique index answers_about on vault.answers (client, about, staff) where taken_back_at is null;
create index answers_no on vault.answers (staff) where said = 'no' and taken_back_at is null;

-- What clients are told of looks, contact by contact: how many fields they don't know of yet, and when they were told last.
create table vault.notices (
  client uuid not null,
  -- The contact, or the pass without one; the client, for what is neither.
  about uuid not null,
  contact text not null check (contact in ('ticket', 'emergency', 'none')),
  fields text[] not null default '{}',
  looks integer not null default 0,
  -- Of the first look that the client wasn't told of, and of the last.
  since timestamptz,
  last timestamptz,
  told_at timestamptz,
  primary key (client, about),
  check ((looks = 0) = (since is null) and (since is null) = (last is null))
);

create index notices_untold on vault.notices (since) where looks > 0;

-- Up to when looks were gathered into `notices`.
create table vault.gathered (
  only_row boolean primary key default true check (only_row),
  until timestamptz not null
);

-- Clients who don't exist. Everybody on the staff sees an e-mail address and a number of a canary that nobody else sees.
create table vault.canaries (
  client uuid primary key,
  placed_at timestamptz not null,
  placed_by uuid,
  -- What its addresses are made of: noor.haddad@example.net.
  email_form text,
  -- The numbers of its list that stand for nobody yet.
  spare_phones text[] not null,
  -- Who joined before then has values of the own.
  decoys_until timestamptz not null,
  -- What it asks when it writes in, and when it does so next.
  question jsonb,
  contact_at timestamptz
);

create index canaries_contact on vault.canaries (contact_at) where contact_at is not null;

-- What watch reads of the vault.
create view vault.door_canaries as select client from vault.canaries;
create view vault.door_counts as select staff, day, reveals, hour, hour_reveals from vault.counts;
create view vault.door_uncontacted as select staff, reveals from vault.uncontacted;
create view vault.door_passes as select client, id, staff, approver, given_at from vault.passes where kind = 'break_glass';
create view vault.door_doubts as
  select client, id, staff, said_at from vault.answers where said = 'no' and taken_back_at is null;

grant select on vault.door_canaries, vault.door_counts, vault.door_uncontacted, vault.door_passes, vault.door_doubts
  to holdfast_app;

-- How far a file of clients is imported, by its SHA-256: an import that was stopped goes on there.
create table vault.imports (
  digest bytea primary key,
  lines_done integer not null,
  lines_bad integer not null,
  begun_at timestamptz not null,
  -- All of it is in; the next import of the same file begins anew, and changes nothing.
  done_at timestamptz
);

grant select, insert, update on vault.imports to holdfast_app;

grant select, insert, update on vault.clients, vault.fields, vault.counts, vault.uncontacted, vault.contact_counts,
  vault.client_days, vault.requests, vault.passes, vault.freezes, vault.answers, vault.notices,
  vault.gathered, vault.canaries,
  vault.asked_passes, vault.pass_looks to holdfast_app;

-- Everything that the vault keeps of a client goes at once.
create function vault.erase_client(erased uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  delete from vault.fields where client = erased;
  delete from vault.requests where client = erased;
  delete from vault.passes where client = erased;
  delete from vault.pass_looks where client = erased;
  delete from vault.asked_passes where client = erased;
  delete from vault.freezes where client = erased;
  delete from vault.answers where client = erased;
  delete from vault.notices where client = erased;
  delete from vault.contact_counts where client = erased;
  delete from vault.client_days where client = erased;
  delete from vault.canaries where client = erased;
  delete from vault.clients where client = erased;
$$;

revoke execute on function vault.erase_client from public;
grant execute on function vault.erase_client to holdfast_app;
