-- Tickets: what people ask support, and what was answered. What anybody wrote stands here sealed only, each message by a
-- key of its own, made from the ticket's key (which the keykeeper encrypted under the requester's data key) and the
-- message's salt: a message is shredded by deleting its salt.

create schema tickets;

create table tickets.tickets (
  -- A client, or a guest: an id of its own that no account has.
  client uuid not null,
  id uuid not null,
  -- What people call it by.
  reference text not null,
  requester_kind text not null check (requester_kind in ('client', 'guest')),
  topic text not null,
  queue text not null,
  language text not null,
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  tags text[] not null default '{}',
  key_ciphertext bytea not null,
  name_salt bytea,
  name_sealed bytea,
  opened_at timestamptz not null,
  opened_via text not null check (opened_via in ('page', 'api', 'mail')),
  -- The client's own act, as it was proven then; none for what wasn't opened signed in.
  opened_session uuid,
  opened_proof text check (opened_proof in ('passkey', 'authenticator', 'password')),
  opened_proven_at timestamptz,
  status text not null check (status in ('new', 'open', 'pending', 'hold', 'solved', 'closed')),
  status_since timestamptz not null,
  status_by_kind text not null check (status_by_kind in ('client', 'staff', 'system')),
  status_by uuid,
  merged_into uuid,
  assignee uuid,
  assigned_at timestamptz,
  -- Who gave it to a queue last, and isn't given it again.
  transferred_by uuid,
  first_replied_at timestamptz,
  -- Since when what the requester wrote has no answer.
  waiting_since timestamptz,
  revision integer not null default 1,
  updated_at timestamptz not null,
  primary key (client, id),
  check ((opened_proof is null) = (opened_proven_at is null)),
  check (requester_kind = 'client' or opened_session is null),
  check ((name_salt is null) = (name_sealed is null)),
  check ((assignee is null) = (assigned_at is null)),
  check ((status_by_kind = 'system') = (status_by is null)),
  check (merged_into is null or status = 'closed')
);

create index tickets_id on tickets.tickets (id);
create index tickets_reference on tickets.tickets (reference);
create index tickets_updated on tickets.tickets (updated_at);
create index tickets_assignee on tickets.tickets (assignee, updated_at) where status not in ('solved', 'closed');
create index tickets_unassigned on tickets.tickets (queue, waiting_since)
  where assignee is null and status not in ('solved', 'closed');
-- Who waits longest stands first; who waits for nothing, last.
create index tickets_waiting on tickets.tickets ((coalesce(waiting_since, 'infinity'::timestamptz)), id)
  where status not in ('solved', 'closed');

create table tickets.messages (
  client uuid not null,
  ticket uuid not null,
  id uuid not null,
  -- Counts from 1 in each ticket.
  number integer not null check (number > 0),
  author_kind text not null check (author_kind in ('client', 'staff', 'system')),
  author uuid,
  is_public boolean not null,
  via text not null check (via in ('page', 'api', 'mail')),
  written_at timestamptz not null,
  -- Both go when the message is shredded.
  salt bytea,
  sealed bytea,
  -- The kinds of secrets that were taken out before anything was stored.
  removed text[] not null default '{}',
  shredded_at timestamptz,
  primary key (client, ticket, id),
  unique (client, ticket, number),
  foreign key (client, ticket) references tickets.tickets (client, id),
  check ((salt is null) = (sealed is null) and (salt is null) = (shredded_at is not null)),
  check ((author_kind = 'system') = (author is null)),
  check (is_public or author_kind <> 'client')
);

-- A message of the staff that the guard stopped, while somebody of another team decides whether it may go out.
create table tickets.stopped_messages (
  client uuid not null,
  ticket uuid not null,
  id uuid not null,
  author uuid not null,
  is_public boolean not null,
  salt bytea,
  sealed bytea,
  stopped_at timestamptz not null,
  released_at timestamptz,
  primary key (client, ticket, id),
  foreign key (client, ticket) references tickets.tickets (client, id)
);

-- Who is writing an answer now, so that no two write the same one. A row is over at its time.
create table tickets.writers (
  client uuid not null,
  ticket uuid not null,
  staff uuid not null,
  until timestamptz not null,
  primary key (client, ticket, staff),
  foreign key (client, ticket) references tickets.tickets (client, id)
);

-- The queues that somebody works in, when it was said; who isn't here works in all of them but `leads`.
create table tickets.queue_members (
  staff uuid not null,
  queue text not null,
  since timestamptz not null,
  primary key (staff, queue)
);

-- What somebody wrote who isn't signed in, until the address is proven: then it is a ticket, and this is gone.
create table tickets.unproven (
  client uuid not null,
  link uuid not null,
  -- The one that it becomes.
  ticket uuid not null,
  topic text not null,
  language text not null,
  key_ciphertext bytea not null,
  salt bytea not null,
  sealed bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (client, link)
);

create index unproven_link on tickets.unproven (link);

-- Where a guest is answered.
create table tickets.addresses (
  client uuid primary key,
  ciphertext bytea not null,
  language text not null,
  added_at timestamptz not null,
  proven_at timestamptz
);

-- By which a guest reads a ticket: a link in each mail, opened once, and then this browser for some hours.
create table tickets.links (
  client uuid not null,
  id uuid not null,
  ticket uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (client, id)
);

create index links_id on tickets.links (id);

create table tickets.guest_visits (
  client uuid not null,
  id uuid not null,
  ticket uuid not null,
  visitor_hash bytea not null,
  ends_at timestamptz not null,
  primary key (client, id)
);

create index guest_visits_ticket on tickets.guest_visits (ticket);

grant usage on schema tickets to holdfast_app;
grant select, insert, update, delete on tickets.tickets, tickets.messages, tickets.stopped_messages, tickets.writers,
  tickets.queue_members, tickets.unproven, tickets.addresses, tickets.links, tickets.guest_visits to holdfast_app;
