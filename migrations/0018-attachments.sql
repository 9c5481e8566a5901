-- Files that people send with a message. What came is kept nowhere: a page is a picture that the desk drew of it, or a
-- text without its secrets, sealed by a key of the attachment's own, which the keykeeper encrypted under the requester's
-- data key and gives out for the event of an opening alone.

create table tickets.attachments (
  client uuid not null,
  ticket uuid not null,
  id uuid not null,
  message uuid not null,
  -- Counts from 1 in each ticket: its own name isn't kept.
  number integer not null check (number > 0),
  kind text not null check (kind in ('picture', 'document', 'text')),
  pages integer not null check (pages > 0),
  bytes integer not null check (bytes > 0),
  -- The kinds of secrets that were taken out of a text before anything was stored.
  removed text[] not null default '{}',
  -- When the virus scanner found nothing; null where there was none.
  scanned_at timestamptz,
  added_at timestamptz not null,
  key_ciphertext bytea not null,
  primary key (client, ticket, id),
  unique (client, ticket, number),
  foreign key (client, ticket, message) references tickets.messages (client, ticket, id)
);

create table tickets.attachment_pages (
  client uuid not null,
  ticket uuid not null,
  attachment uuid not null,
  number integer not null check (number > 0),
  sealed bytea not null,
  primary key (client, ticket, attachment, number),
  foreign key (client, ticket, attachment) references tickets.attachments (client, ticket, id) on delete cascade
);

alter table tickets.attachment_pages alter column sealed set storage external;

-- When somebody on the staff opened one, for its owner: the events stand in the ledger.
create table tickets.attachment_openings (
  client uuid not null,
  ticket uuid not null,
  attachment uuid not null,
  id uuid not null,
  opened_at timestamptz not null,
  primary key (client, ticket, attachment, id),
  foreign key (client, ticket, attachment) references tickets.attachments (client, ticket, id) on delete cascade
);

-- Files that were taken in and belong to no message yet. Each is sealed by a key that stands in its token alone: who
-- sent it has the token, and the desk doesn't.
create table tickets.uploads (
  -- A client, or an id of its own that leads nowhere.
  client uuid not null,
  id uuid not null,
  kind text not null check (kind in ('picture', 'document', 'text')),
  removed text[] not null,
  bytes integer not null check (bytes > 0),
  scanned_at timestamptz,
  pages bytea[] not null,
  expires_at timestamptz not null,
  primary key (client, id)
);

alter table tickets.uploads alter column pages set storage external;
create index uploads_expires on tickets.uploads (expires_at);

grant select, insert, update, delete on tickets.attachments, tickets.attachment_pages, tickets.attachment_openings,
  tickets.uploads to holdfast_app;
