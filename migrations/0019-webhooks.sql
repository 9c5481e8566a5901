-- Webhooks: the firm's own systems are told that something happened to a ticket. Nothing that is told holds a word of
-- anybody or a personal datum: ids, kinds, statuses and times.

create table tickets.webhooks (
  id uuid primary key,
  url text not null,
  types text[] not null check (cardinality(types) > 0),
  -- What messages are signed with, sealed by a key that the database doesn't hold.
  secret_sealed bytea not null,
  -- The one before, which still signs for a while after a rotation.
  former_sealed bytea,
  former_until timestamptz,
  added_at timestamptz not null,
  ended_at timestamptz,
  -- Somebody removed it, or its own system answered 410 Gone.
  ended_because text check (ended_because in ('removed', 'gone')),
  check ((former_sealed is null) = (former_until is null)),
  check ((ended_at is null) = (ended_because is null))
);

-- What is told of a ticket, in the order in which it happened; written in the transaction of what it tells.
create table tickets.webhook_messages (
  client uuid not null,
  ticket uuid not null,
  -- Counts in each ticket; 0 says that it was opened.
  number integer not null check (number >= 0),
  id uuid not null,
  type text not null,
  -- The ticket's, after it.
  status text not null,
  -- JSON, as it is sent.
  details text not null,
  told_at timestamptz not null,
  primary key (client, ticket, number)
);

create table tickets.webhook_deliveries (
  client uuid not null,
  ticket uuid not null,
  number integer not null,
  webhook uuid not null references tickets.webhooks (id),
  attempts integer not null default 0,
  -- When it is tried next; none when nothing more is tried.
  due_at timestamptz,
  -- How the last try went: a status of HTTP or the code of an error.
  answer text,
  ended text check (ended in ('delivered', 'given_up', 'removed')),
  ended_at timestamptz,
  primary key (client, ticket, number, webhook),
  foreign key (client, ticket, number) references tickets.webhook_messages (client, ticket, number),
  check ((due_at is null) = (ended is not null) and (ended is null) = (ended_at is null))
);

create index webhook_deliveries_due on tickets.webhook_deliveries (webhook, due_at) where due_at is not null;
create index webhook_deliveries_ended on tickets.webhook_deliveries (ended_at) where ended_at is not null;

grant select, insert, update, delete on tickets.webhooks, tickets.webhook_messages, tickets.webhook_deliveries
  to holdfast_app;
