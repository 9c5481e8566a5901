-- Verified calls: what clients asked for, what our own legs report of each call, and who said to be a client.

alter table tickets.tickets drop constraint tickets_opened_via_check,
  add constraint tickets_opened_via_check check (opened_via in ('page', 'api', 'mail', 'call'));
alter table tickets.messages drop constraint messages_via_check,
  add constraint messages_via_check check (via in ('page', 'api', 'mail', 'call'));

-- Open pages of clients ask who signed out just now.
create index sessions_ended on accounts.sessions (ended_at) where ended_at is not null;

create schema calls;
grant usage on schema calls to holdfast_app;

-- What an agent is called on calls, in place of a name.
create table calls.agents (
  staff uuid primary key,
  alias text not null unique
);

-- Days on which nobody is called: everybody, or those of one employer.
create table calls.holidays (
  day date not null,
  employer text not null default '',
  name text not null,
  primary key (day, employer)
);

-- A call that a client asked for. Nobody else is called.
create table calls.calls (
  client uuid not null,
  id uuid not null,
  topic text not null,
  language text not null,
  channel text not null check (channel in ('browser', 'phone')),
  -- The client's own, in which its times are told.
  time_zone text not null,
  asked_at timestamptz not null,
  -- In which session, and since when that session's device is known.
  session uuid not null,
  device_since timestamptz,
  -- Drawn by the desk, who may be another when it is booked anew or somebody leaves.
  agent uuid not null,
  starts_at timestamptz not null,
  -- Counts from 0: each change of the calendar's entry is one more (RFC 5545, 3.8.7.4).
  sequence integer not null default 0,
  -- The client's asking as the keykeeper attested it: a number is dialled for nothing else.
  statement text not null,
  signature bytea not null,
  -- Opened by the client's answer: what staff may see is derived from it.
  ticket uuid,
  ended_at timestamptz,
  outcome text check (outcome in ('held', 'missed', 'cancelled', 'stopped')),
  ended_by_kind text check (ended_by_kind in ('client', 'staff', 'system')),
  -- What the client said afterwards.
  was_right boolean,
  asked_for text[],
  said_at timestamptz,
  primary key (client, id),
  check (num_nonnulls(ended_at, outcome, ended_by_kind) in (0, 3)),
  check (num_nonnulls(was_right, asked_for, said_at) in (0, 3))
);

create unique index calls_open on calls.calls (client) where ended_at is null;
create unique index calls_seat on calls.calls (agent, starts_at) where ended_at is null;
create index calls_id on calls.calls (id);
create index calls_agent on calls.calls (agent, starts_at);
create index calls_starts on calls.calls (starts_at);

-- One try to reach the client. What clients are told of a call is what its legs say, and nothing else.
create table calls.legs (
  client uuid not null,
  id uuid not null,
  call uuid not null,
  agent uuid not null,
  channel text not null check (channel in ('browser', 'phone')),
  started_at timestamptz not null,
  ringing_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in
    ('completed', 'busy', 'no_answer', 'failed', 'cancelled', 'declined', 'lapsed', 'mismatch', 'reported')),
  -- Until when the agent's page, or the provider, vouches for it; once it is answered, the client's page too.
  agent_until timestamptz not null,
  client_until timestamptz,
  -- The client's session that answered, in the browser, and since when its device is known.
  session uuid,
  device_since timestamptz,
  -- What the provider calls it, and since when it says that it is over there.
  provider_call text unique,
  provider_ended_at timestamptz,
  -- The two words of it, and the four pairs that the client chooses among, as places in the list.
  words smallint[] not null,
  choices smallint[] not null,
  words_picked_at timestamptz,
  words_matched boolean,
  primary key (client, id),
  check (num_nonnulls(ended_at, end_reason) in (0, 2)),
  check (num_nonnulls(words_picked_at, words_matched) in (0, 2))
);

create unique index legs_live on calls.legs (client) where ended_at is null;
create index legs_live_until on calls.legs (agent_until) where ended_at is null;
create index legs_to_hang_up on calls.legs (ended_at) where provider_call is not null and provider_ended_at is null;
create index legs_id on calls.legs (id);
create index legs_call on calls.legs (client, call, started_at);
create index legs_agent on calls.legs (agent, started_at);

-- A call that came in at the firm's own number. It says nothing of who calls.
create table calls.inbound_legs (
  id uuid primary key,
  provider_call text not null unique,
  began_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  provider_ended_at timestamptz,
  -- Who entered an account id for it, once: also one that nobody has.
  claimed_at timestamptz,
  claimed_by uuid,
  check (num_nonnulls(claimed_at, claimed_by) in (0, 2))
);

create index inbound_legs_recent on calls.inbound_legs (began_at);

-- Somebody on such a call says to be a client: an agent enters the public account id.
create table calls.claims (
  client uuid not null,
  id uuid not null,
  inbound uuid not null,
  claimed_at timestamptz not null,
  claimed_by uuid not null,
  answer text check (answer in ('dialled', 'not_me')),
  answered_at timestamptz,
  session uuid,
  primary key (client, id),
  check (num_nonnulls(answer, answered_at, session) in (0, 3))
);

create unique index claims_once on calls.claims (client, inbound);
create index claims_recent on calls.claims (claimed_at);
create index claims_inbound on calls.claims (inbound);

-- What the two pages of a leg tell each other to connect. It says where people are: it isn't in any log, and goes with the leg.
create unlogged table calls.signals (
  client uuid not null,
  leg uuid not null,
  place integer not null,
  side text not null check (side in ('agent', 'client')),
  body text not null,
  sent_at timestamptz not null,
  primary key (client, leg, place)
);

-- Of whom something changed that an open page shows.
create table calls.changes (
  client uuid primary key,
  revision bigint not null,
  changed_at timestamptz not null
);

create index changes_since on calls.changes (changed_at);

-- What the provider told, so that nothing counts twice: a day's worth.
create table calls.provider_events (
  id text primary key,
  taken_at timestamptz not null
);

create index provider_events_taken on calls.provider_events (taken_at);

grant select, insert, update, delete on calls.agents, calls.holidays, calls.signals, calls.provider_events to holdfast_app;
grant select, insert, update on calls.calls, calls.legs, calls.inbound_legs, calls.claims, calls.changes to holdfast_app;

create function calls.erase_client(erased uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  delete from calls.signals where client = erased;
  delete from calls.claims where client = erased;
  delete from calls.legs where client = erased;
  delete from calls.calls where client = erased;
  delete from calls.changes where client = erased;
$$;
revoke execute on function calls.erase_client from public;
grant execute on function calls.erase_client to holdfast_app;
