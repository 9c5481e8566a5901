-- The outbox: every genuine message, how it is delivered, and what came back. What makes a message's code and what opens
-- its links is a key outside of the database; no address stands here in plain, but in the developer's mailbox.

create schema outbox;

-- Each form of a template that was ever sent, as it was: an old message is always said again in its own words.
create table outbox.templates (
  hash bytea primary key,
  name text not null,
  language text not null,
  source text not null,
  first_seen_at timestamptz not null
);

-- `template` is null for a message of another system of the firm: of its words there is only the hash.
create table outbox.messages (
  addressee_kind text not null check (addressee_kind in ('client', 'staff')),
  addressee uuid not null,
  id uuid not null,
  topic text not null,
  template bytea references outbox.templates (hash),
  text_hash bytea not null,
  parameters jsonb not null,
  links jsonb not null,
  firm text not null,
  site text not null,
  -- The entry of a calendar that it is about.
  calendar_entry jsonb,
  code_index bytea not null,
  registered_at timestamptz(3) not null,
  read_at timestamptz,
  primary key (addressee_kind, addressee, id)
);

create index messages_code on outbox.messages (addressee_kind, addressee, code_index);

-- A mail on its way: `due_at` is when it is tried next, and while a worker has it, when others may take it. It is null
-- when nothing more is tried: `ended` says why, and the address is gone.
create table outbox.deliveries (
  client uuid not null,
  message uuid not null,
  email_table text not null,
  email_field text not null,
  email_version integer not null,
  email_ciphertext bytea,
  registered_at timestamptz(3) not null,
  due_at timestamptz,
  attempts integer not null default 0,
  ended text check (ended in ('accepted', 'refused', 'expired', 'shredded')),
  ended_at timestamptz,
  status text,
  bounced_at timestamptz,
  complained_at timestamptz,
  -- The ticket that it is about: an answer to the mail goes there.
  ticket uuid,
  primary key (client, message),
  check ((due_at is null) = (ended is not null)),
  check ((ended is null) = (email_ciphertext is not null)),
  check ((ended is null) = (ended_at is null))
);

create index deliveries_due on outbox.deliveries (due_at) where due_at is not null;
create index deliveries_message on outbox.deliveries (message);

-- What a developer's machine would have mailed: filled only there.
create table outbox.dev_mailbox (
  message uuid primary key,
  sent_to text not null,
  subject text not null,
  body text not null,
  sent_at timestamptz not null
);

grant usage on schema outbox to holdfast_app;
grant select, insert on outbox.templates to holdfast_app;
grant select, insert, update, delete on outbox.messages, outbox.deliveries to holdfast_app;
grant select, insert, delete on outbox.dev_mailbox to holdfast_app;
