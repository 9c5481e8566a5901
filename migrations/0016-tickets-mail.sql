-- Tickets that come by mail. Of a mail its words alone are kept, sealed, as a message: this is what stands beside them.

create table tickets.mails (
  client uuid not null,
  ticket uuid not null,
  message uuid not null,
  received_at timestamptz not null,
  -- What the standard checks said, in the words of RFC 8601.
  spf text not null,
  dkim text not null,
  dmarc text not null,
  arc text not null,
  -- The one sender whom the mail shows is proven.
  is_proven boolean not null,
  -- A machine wrote it, or a list passed it on.
  is_automatic boolean not null,
  primary key (client, ticket, message),
  foreign key (client, ticket, message) references tickets.messages (client, ticket, id) on delete cascade
);

-- Mails that were here, by a keyed hash of their Message-ID and sender: one that comes again is no second message.
create table tickets.seen_mails (
  hash bytea primary key,
  received_at timestamptz not null
);

create index seen_mails_received on tickets.seen_mails (received_at);

-- How often a sender, by a keyed hash, was told on a day that a mail arrived.
create table tickets.mail_acknowledgements (
  sender bytea not null,
  day date not null,
  count integer not null check (count > 0),
  primary key (sender, day)
);

-- By which a guest's address is found: whoever writes by mail is compared with it.
alter table tickets.addresses add column index bytea;

grant select, insert, update, delete on tickets.mails, tickets.seen_mails, tickets.mail_acknowledgements
  to holdfast_app;
