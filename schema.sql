-- Written by the tests (UPDATE_SCHEMA=1 npm test). Read this, not the migrations, to know the tables.

create extension pg_trgm schema public;

create schema accounts;
create schema briefs;
create schema calls;
create schema contacts;
create schema help;
create schema keys;
create schema ledger;
create schema outbox;
create schema platform;
create schema tickets;
create schema trace;
create schema vault;
create schema watch;

create table accounts.account_locks (
  client uuid not null,
  id uuid not null,
  locked_at timestamp with time zone not null,
  locked_by uuid not null,
  lifted_at timestamp with time zone,
  lifted_by uuid
);
create table accounts.api_keys (
  id uuid not null,
  name text not null,
  scopes text[] not null,
  secret_hash bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid
);
create table accounts.approvals (
  id uuid not null,
  kind text not null,
  subject text not null,
  reason text not null,
  scope jsonb not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  approver uuid not null,
  drawn_among integer not null,
  approved_at timestamp with time zone,
  usable_until timestamp with time zone,
  refused_at timestamp with time zone,
  expired_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  used_at timestamp with time zone
);
create table accounts.authenticators (
  client uuid not null,
  factor uuid not null,
  secret bytea not null,
  last_step bigint default 0 not null
);
create table accounts.challenges (
  challenge bytea not null,
  purpose text not null,
  asker bytea not null,
  expires_at timestamp with time zone not null
);
create table accounts.changes (
  client uuid not null,
  id uuid not null,
  kind text not null,
  made_at timestamp with time zone not null,
  session uuid,
  undo_until timestamp with time zone,
  undone_at timestamp with time zone
);
create table accounts.clients (
  client uuid not null,
  public_id text not null,
  language text not null,
  opened_at timestamp with time zone not null,
  activated_at timestamp with time zone,
  closed_at timestamp with time zone
);
create table accounts.closings (
  client uuid not null,
  id uuid not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  closes_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  closed_at timestamp with time zone
);
create table accounts.devices (
  client uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  browser text not null,
  network text not null,
  first_seen_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  approved_at timestamp with time zone,
  approved_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid
);
create view accounts.door_accounts as
 SELECT client,
    public_id
   FROM accounts.clients
  WHERE activated_at IS NOT NULL;
create view accounts.door_sessions as
 SELECT id AS session,
    holder AS staff,
    COALESCE(device::text, browser) AS device
   FROM accounts.sessions
  WHERE holder_kind = 'staff'::text;
create view accounts.door_teams as
 SELECT staff,
    team,
    employer
   FROM accounts.staff;
create table accounts.emails (
  client uuid not null,
  version integer not null,
  ciphertext bytea not null,
  mask text not null,
  index bytea not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  confirmed_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid
);
create table accounts.erasures (
  id uuid not null,
  client uuid,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null
);
create table accounts.factors (
  client uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid
);
create table accounts.links (
  client uuid not null,
  id uuid not null,
  purpose text not null,
  subject uuid,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table accounts.master_keys (
  client uuid not null,
  id uuid not null,
  hash bytea not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid
);
create table accounts.passkeys (
  client uuid not null,
  factor uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  is_backed_up boolean not null,
  is_roaming boolean not null
);
create table accounts.password_resets (
  client uuid not null,
  link uuid not null,
  attempts integer default 0 not null,
  failed_at timestamp with time zone
);
create table accounts.passwords (
  client uuid not null,
  factor uuid not null,
  hash text not null
);
create table accounts.provider_attempts (
  id bytea not null,
  back text not null,
  began_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table accounts.recoveries (
  client uuid not null,
  id uuid not null,
  browser text not null,
  network text not null,
  begun_at timestamp with time zone not null,
  added_by uuid not null,
  due_at timestamp with time zone not null,
  told_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  done_at timestamp with time zone
);
create table accounts.recovery_codes (
  client uuid not null,
  id uuid not null,
  hash bytea not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  revived_at timestamp with time zone
);
create table accounts.screen_marks (
  number bigint not null,
  staff uuid not null,
  session uuid not null,
  marked_at timestamp with time zone not null,
  event uuid not null
);
create table accounts.sessions (
  holder uuid not null,
  id uuid not null,
  holder_kind text not null,
  secret_hash bytea not null,
  device uuid,
  browser text not null,
  network text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  passkey_at timestamp with time zone,
  authenticator_at timestamp with time zone,
  password_at timestamp with time zone,
  provider_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_because text
);
create table accounts.settings_locks (
  client uuid not null,
  id uuid not null,
  locked_at timestamp with time zone not null,
  locked_by uuid not null,
  days integer not null,
  unlock_asked_at timestamp with time zone,
  unlock_asked_by uuid,
  unlocks_at timestamp with time zone,
  unlocked_at timestamp with time zone,
  unlocked_by uuid
);
create table accounts.sign_ins (
  client uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  browser text not null,
  network text not null,
  began_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  attempts integer default 0 not null,
  proven_at timestamp with time zone,
  device uuid,
  ended_at timestamp with time zone
);
create table accounts.staff (
  staff uuid not null,
  name text not null,
  email text,
  provider_subject text,
  team text not null,
  employer text not null,
  languages text[] not null,
  time_zone text not null,
  shift jsonb not null,
  joined_at timestamp with time zone not null,
  joined_by uuid,
  left_at timestamp with time zone,
  left_by uuid,
  held_at timestamp with time zone,
  held_by uuid
);
create table accounts.staff_links (
  staff uuid not null,
  id uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table accounts.staff_passkeys (
  staff uuid not null,
  id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  is_backed_up boolean not null,
  is_roaming boolean not null,
  name text not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid
);
create table accounts.staff_roles (
  staff uuid not null,
  role text not null,
  granted_at timestamp with time zone not null,
  granted_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid
);
create table accounts.withdrawal_addresses (
  client uuid not null,
  id uuid not null,
  version integer not null,
  network text not null,
  label text not null,
  ciphertext bytea not null,
  mask text not null,
  index bytea not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  usable_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid
);
create table briefs.assessments (
  brief uuid not null,
  source uuid not null,
  number integer not null,
  reliability text not null,
  origin text,
  because text not null,
  assessed_at timestamp with time zone not null,
  assessed_by uuid not null
);
create table briefs.briefs (
  id uuid not null,
  title text not null,
  firm text not null,
  author_role text not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null
);
create table briefs.claims (
  brief uuid not null,
  id uuid not null,
  number integer not null,
  slot text not null,
  subject text not null,
  value jsonb not null,
  denied boolean not null,
  possible boolean not null,
  verb text,
  speaker text not null,
  author jsonb not null,
  added_at timestamp with time zone not null,
  added_by uuid not null
);
create table briefs.decisions (
  brief uuid not null,
  claim uuid not null,
  number integer not null,
  status text not null,
  visibility text not null,
  reason text not null,
  "into" uuid,
  decided_at timestamp with time zone not null,
  decided_by uuid not null
);
create table briefs.disputes (
  brief uuid not null,
  question uuid not null,
  number integer not null,
  claim uuid not null,
  words text not null,
  disputed_at timestamp with time zone not null
);
create table briefs.draft_sentences (
  brief uuid not null,
  draft integer not null,
  place integer not null,
  section text not null,
  question text,
  text text not null,
  claims integer[] not null
);
create table briefs.drafts (
  brief uuid not null,
  number integer not null,
  drafted_at timestamp with time zone not null,
  drafted_by uuid not null
);
create table briefs.editions (
  brief uuid not null,
  number integer not null,
  edition uuid not null,
  published_at timestamp with time zone not null,
  event uuid not null,
  approval uuid not null
);
create table briefs.prepared_editions (
  id uuid not null,
  brief uuid not null,
  number integer not null,
  body text not null,
  sha256 bytea not null,
  prepared_at timestamp with time zone not null,
  prepared_by uuid not null
);
create table briefs.proposal_reviews (
  brief uuid not null,
  source uuid not null,
  proposal bytea not null,
  claim uuid,
  reviewed_at timestamp with time zone not null,
  reviewed_by uuid not null
);
create table briefs.publication_asks (
  approval uuid not null,
  edition uuid not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null
);
create table briefs.question_checks (
  brief uuid not null,
  question uuid not null,
  number integer not null,
  claim uuid,
  checked_at timestamp with time zone not null,
  checked_by uuid not null
);
create table briefs.questions (
  brief uuid not null,
  id uuid not null,
  number integer not null,
  text text not null,
  slot text not null,
  subject text not null,
  who_could_answer text,
  asked_on text not null,
  source uuid,
  added_at timestamp with time zone not null,
  added_by uuid
);
create table briefs.sources (
  brief uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  url text,
  publisher text,
  published text,
  captured_at timestamp with time zone not null,
  capture text not null,
  text text not null,
  sha256 bytea not null,
  flags text[] not null,
  kept_at timestamp with time zone not null,
  kept_by uuid not null
);
create table briefs.supports (
  brief uuid not null,
  claim uuid not null,
  number integer not null,
  source uuid not null,
  exact text not null,
  prefix text not null,
  suffix text not null,
  added_at timestamp with time zone not null,
  added_by uuid not null
);
create table briefs.translated_sentences (
  brief uuid not null,
  draft integer not null,
  language text not null,
  number integer not null,
  place integer not null,
  question text,
  text text not null
);
create table briefs.translations (
  brief uuid not null,
  draft integer not null,
  language text not null,
  number integer not null,
  translated_at timestamp with time zone not null,
  translated_by uuid not null
);
create table calls.agents (
  staff uuid not null,
  alias text not null
);
create table calls.calls (
  client uuid not null,
  id uuid not null,
  topic text not null,
  language text not null,
  channel text not null,
  time_zone text not null,
  asked_at timestamp with time zone not null,
  session uuid not null,
  device_since timestamp with time zone,
  agent uuid not null,
  starts_at timestamp with time zone not null,
  sequence integer default 0 not null,
  statement text not null,
  signature bytea not null,
  ticket uuid,
  ended_at timestamp with time zone,
  outcome text,
  ended_by_kind text,
  was_right boolean,
  asked_for text[],
  said_at timestamp with time zone
);
create table calls.changes (
  client uuid not null,
  revision bigint not null,
  changed_at timestamp with time zone not null
);
create table calls.claims (
  client uuid not null,
  id uuid not null,
  inbound uuid not null,
  claimed_at timestamp with time zone not null,
  claimed_by uuid not null,
  answer text,
  answered_at timestamp with time zone,
  session uuid
);
create table calls.holidays (
  day date not null,
  employer text default ''::text not null,
  name text not null
);
create table calls.inbound_legs (
  id uuid not null,
  provider_call text not null,
  began_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  provider_ended_at timestamp with time zone,
  claimed_at timestamp with time zone,
  claimed_by uuid
);
create table calls.legs (
  client uuid not null,
  id uuid not null,
  call uuid not null,
  agent uuid not null,
  channel text not null,
  started_at timestamp with time zone not null,
  ringing_at timestamp with time zone,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  agent_until timestamp with time zone not null,
  client_until timestamp with time zone,
  session uuid,
  device_since timestamp with time zone,
  provider_call text,
  provider_ended_at timestamp with time zone,
  words smallint[] not null,
  choices smallint[] not null,
  words_picked_at timestamp with time zone,
  words_matched boolean
);
create table calls.provider_events (
  id text not null,
  taken_at timestamp with time zone not null
);
create unlogged table calls.signals (
  client uuid not null,
  leg uuid not null,
  place integer not null,
  side text not null,
  body text not null,
  sent_at timestamp with time zone not null
);
create table contacts.directory_proposals (
  id uuid not null,
  key_id text not null,
  version integer not null,
  sha256 text not null,
  signed text not null,
  uploaded_at timestamp with time zone not null,
  proposed_at timestamp with time zone,
  proposed_by uuid,
  approval uuid,
  agreed_at timestamp with time zone,
  agreed_by uuid,
  effective_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  published_at timestamp with time zone
);
create table help.articles (
  language text not null,
  slug text not null,
  content_hash text not null,
  category text not null,
  title text not null,
  summary text not null,
  body text not null,
  published_at timestamp with time zone not null
);
create table help.lexemes (
  language text not null,
  lexeme text not null,
  articles integer not null
);
create table help.postings (
  language text not null,
  lexeme text not null,
  slug text not null,
  impact real not null
);
create table help.unanswered (
  day date not null,
  language text not null,
  query text not null,
  times integer not null
);
create table help.votes (
  language text not null,
  slug text not null,
  day date not null,
  helpful integer default 0 not null,
  unhelpful integer default 0 not null
);
create table help.words (
  language text not null,
  word text not null
);
create table keys.client_keys (
  client uuid not null,
  number integer not null,
  kek uuid not null,
  wrapped bytea not null,
  made_at timestamp with time zone not null
);
create table keys.clients (
  client uuid not null,
  shredded_at timestamp with time zone
);
create table keys.index_keys (
  name text not null,
  kek uuid not null,
  wrapped bytea not null,
  made_at timestamp with time zone not null
);
create table keys.keks (
  id uuid not null,
  made_at timestamp with time zone not null,
  retired_at timestamp with time zone
);
create table keys.keykeeper (
  only_row boolean default true not null,
  journal uuid not null
);
create table ledger.actor_days (
  day date not null,
  actor uuid not null,
  views integer not null,
  clients integer not null,
  fresh integer not null,
  seen integer not null,
  previous date[] not null
);
create table ledger.bundles (
  index bigint not null,
  commitments bytea not null
);
create table ledger.checkpoints (
  size bigint not null,
  note text not null,
  signed_at timestamp with time zone not null
);
create table ledger.client_heads (
  client uuid not null,
  seq integer default 0 not null,
  leaf bytea
);
create table ledger.cosignatures (
  size bigint not null,
  witness text not null,
  lines text not null,
  cosigned_at timestamp with time zone not null
);
create view ledger.door_days as
 SELECT day,
    actor,
    views,
    clients
   FROM ledger.actor_days
  WHERE views > 0;
create view ledger.door_events as
 SELECT client,
    occurred_at,
    id,
    actor_kind,
    actor,
    kind,
    field,
    version,
    ticket,
    purpose,
    decision,
    details
   FROM ledger.events
  WHERE details IS NOT NULL;
create view ledger.door_head as
 SELECT size,
    signed_size,
    signed_at
   FROM ledger.tree;
create view ledger.door_places as
 SELECT e.client,
    e.occurred_at,
    e.id,
    own.index
   FROM ledger.events e
     CROSS JOIN LATERAL ledger.entry_of(e.instance, e.instance_seq) own(index, commitment);
create view ledger.door_releases as
 SELECT client,
    occurred_at,
    id,
    actor,
    kind
   FROM ledger.releases;
create view ledger.door_rolled as
 SELECT min(day) AS first,
    max(day) AS day
   FROM ledger.rolled_days;
create view ledger.door_shown as
 SELECT client,
    occurred_at,
    id,
    actor,
    field,
    version
   FROM ledger.events
  WHERE version IS NOT NULL;
create table ledger.events (
  client uuid not null,
  occurred_at timestamp(3) with time zone not null,
  id uuid not null,
  actor uuid not null,
  instance_seq bigint not null,
  instance integer not null,
  client_seq integer,
  version integer,
  kind_version smallint not null,
  actor_kind text not null,
  kind text not null,
  field text,
  ticket uuid,
  purpose text,
  decision text,
  details text,
  salt bytea,
  actor_commitment bytea,
  previous_leaf bytea
);
create table ledger.instances (
  id integer generated always as identity not null,
  process uuid not null,
  seq bigint default 0 not null,
  opened_at timestamp with time zone not null
);
create table ledger.lease (
  only_row boolean default true not null,
  holder uuid,
  fence bigint default 0 not null,
  expires_at timestamp with time zone,
  trouble text
);
create table ledger.legal_holds (
  client uuid not null,
  event uuid not null,
  reason text not null,
  placed_at timestamp(3) with time zone not null,
  lifted_at timestamp(3) with time zone
);
create table ledger.pending (
  instance integer not null,
  instance_seq bigint not null,
  commitment bytea not null
);
create view ledger.releases as
 SELECT client,
    occurred_at,
    id,
    actor,
    kind
   FROM ledger.events
  WHERE decision = 'allow'::text AND client <> '00000000-0000-0000-0000-000000000000'::uuid AND actor_kind = 'staff'::text AND actor <> '00000000-0000-0000-0000-000000000000'::uuid;
create table ledger.rolled_days (
  day date not null,
  kinds text[] not null,
  events bigint not null
);
create table ledger.runs (
  first_index bigint not null,
  instance integer not null,
  first_seq bigint not null,
  events bigint not null
);
create table ledger.sealed_entries (
  client uuid not null,
  event uuid not null,
  entry uuid not null,
  sealed_at timestamp(3) with time zone not null,
  until date not null,
  opened_at timestamp(3) with time zone
);
create table ledger.tiles (
  level smallint not null,
  index bigint not null,
  hashes bytea not null
);
create table ledger.tree (
  only_row boolean default true not null,
  size bigint default 0 not null,
  signed_size bigint default 0 not null,
  note text,
  signed_at timestamp with time zone
);
create table ledger.verifications (
  only_row boolean default true not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  size bigint not null,
  vouched_size bigint not null,
  witnessed_size bigint not null,
  findings bigint not null,
  first_findings jsonb not null
);
create table outbox.deliveries (
  client uuid not null,
  message uuid not null,
  email_table text not null,
  email_field text not null,
  email_version integer not null,
  email_ciphertext bytea,
  registered_at timestamp(3) with time zone not null,
  due_at timestamp with time zone,
  attempts integer default 0 not null,
  ended text,
  ended_at timestamp with time zone,
  status text,
  bounced_at timestamp with time zone,
  complained_at timestamp with time zone,
  ticket uuid
);
create table outbox.dev_mailbox (
  message uuid not null,
  sent_to text not null,
  subject text not null,
  body text not null,
  sent_at timestamp with time zone not null
);
create table outbox.messages (
  addressee_kind text not null,
  addressee uuid not null,
  id uuid not null,
  topic text not null,
  template bytea,
  text_hash bytea not null,
  parameters jsonb not null,
  links jsonb not null,
  firm text not null,
  site text not null,
  calendar_entry jsonb,
  code_index bytea not null,
  registered_at timestamp(3) with time zone not null,
  read_at timestamp with time zone
);
create table outbox.templates (
  hash bytea not null,
  name text not null,
  language text not null,
  source text not null,
  first_seen_at timestamp with time zone not null
);
create table platform.editions (
  kind text not null,
  key_id text not null,
  version integer not null,
  sha256 text not null,
  first_seen_at timestamp with time zone not null
);
create table platform.installation (
  only_row boolean default true not null,
  address_salt text not null,
  created_at timestamp with time zone default now() not null
);
create table platform.migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null
);
create table platform.named_requests (
  name_hash bytea not null,
  request_hash bytea not null,
  result text not null,
  received_at timestamp with time zone not null
);
create unlogged table platform.request_counts (
  bucket text not null,
  window_start timestamp with time zone not null,
  requests integer not null
);
create table tickets.addresses (
  client uuid not null,
  ciphertext bytea not null,
  language text not null,
  added_at timestamp with time zone not null,
  proven_at timestamp with time zone,
  index bytea
);
create table tickets.attachment_openings (
  client uuid not null,
  ticket uuid not null,
  attachment uuid not null,
  id uuid not null,
  opened_at timestamp with time zone not null
);
create table tickets.attachment_pages (
  client uuid not null,
  ticket uuid not null,
  attachment uuid not null,
  number integer not null,
  sealed bytea not null
);
create table tickets.attachments (
  client uuid not null,
  ticket uuid not null,
  id uuid not null,
  message uuid not null,
  number integer not null,
  kind text not null,
  pages integer not null,
  bytes integer not null,
  removed text[] default '{}'::text[] not null,
  scanned_at timestamp with time zone,
  added_at timestamp with time zone not null,
  key_ciphertext bytea not null
);
create view tickets.door_contacts as
 SELECT client,
    id AS ticket,
    topic,
    assignee,
    assigned_at,
    status,
    status_since,
    opened_at,
    opening_statement,
    opening_signature,
    ended_at IS NULL AND given_away_by = '{}'::uuid[] AS is_bound,
    ended_at,
    reference
   FROM tickets
  WHERE requester_kind = 'client'::text;
create view tickets.door_words as
 SELECT client,
    ticket,
    written_at
   FROM tickets.messages
  WHERE author_kind = 'client'::text;
create table tickets.guest_visits (
  client uuid not null,
  id uuid not null,
  ticket uuid not null,
  visitor_hash bytea not null,
  ends_at timestamp with time zone not null
);
create table tickets.indicators (
  type text not null,
  value text not null,
  standing text not null,
  since timestamp with time zone not null,
  decided_by uuid,
  event uuid
);
create table tickets.links (
  client uuid not null,
  id uuid not null,
  ticket uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table tickets.mail_acknowledgements (
  sender bytea not null,
  day date not null,
  count integer not null
);
create table tickets.mails (
  client uuid not null,
  ticket uuid not null,
  message uuid not null,
  received_at timestamp with time zone not null,
  spf text not null,
  dkim text not null,
  dmarc text not null,
  arc text not null,
  is_proven boolean not null,
  is_automatic boolean not null
);
create table tickets.messages (
  client uuid not null,
  ticket uuid not null,
  id uuid not null,
  number integer not null,
  author_kind text not null,
  author uuid,
  is_public boolean not null,
  via text not null,
  written_at timestamp with time zone not null,
  salt bytea,
  sealed bytea,
  removed text[] default '{}'::text[] not null,
  shredded_at timestamp with time zone,
  files_salt bytea,
  files_sealed bytea,
  revision integer not null
);
create table tickets.queue_members (
  staff uuid not null,
  queue text not null,
  since timestamp with time zone not null
);
create view tickets.reported_indicators as
 SELECT i.type,
    i.value,
    i.standing,
    i.since,
    i.decided_by,
    i.event,
    count(DISTINCT r.client)::integer AS reports,
    count(DISTINCT r.client) FILTER (WHERE r.reporter = 'client'::text)::integer AS clients,
    ( SELECT count(DISTINCT f.network)::integer AS count
           FROM ( SELECT DISTINCT ON (fs.client) fr.network
                   FROM tickets.sightings fs
                     JOIN tickets.scam_reports fr ON fr.client = fs.client AND fr.id = fs.report
                  WHERE fs.type = i.type AND fs.value = i.value AND fr.counts
                  ORDER BY fs.client, fr.reported_at, fr.id) f) AS independent,
    count(r.id) FILTER (WHERE r.reporter = 'guest'::text)::integer AS guests,
    count(r.id) FILTER (WHERE r.reporter = 'anonymous'::text)::integer AS anonymous,
    COALESCE(min(r.reported_at), i.since) AS first_at,
    COALESCE(max(r.reported_at), i.since) AS last_at
   FROM tickets.indicators i
     LEFT JOIN tickets.sightings s ON s.type = i.type AND s.value = i.value
     LEFT JOIN tickets.scam_reports r ON r.client = s.client AND r.id = s.report
  GROUP BY i.type, i.value;
create table tickets.scam_reports (
  client uuid not null,
  id uuid not null,
  ticket uuid not null,
  reporter text not null,
  counts boolean not null,
  network bytea,
  verdict text not null,
  signals text[] not null,
  reported_at timestamp with time zone not null
);
create table tickets.seen_mails (
  hash bytea not null,
  received_at timestamp with time zone not null
);
create table tickets.sightings (
  client uuid not null,
  report uuid not null,
  type text not null,
  value text not null
);
create table tickets.stopped_messages (
  client uuid not null,
  ticket uuid not null,
  id uuid not null,
  author uuid not null,
  is_public boolean not null,
  salt bytea,
  sealed bytea,
  stopped_at timestamp with time zone not null,
  released_at timestamp with time zone,
  assignee uuid,
  known uuid[]
);
create table tickets.tickets (
  client uuid not null,
  id uuid not null,
  reference text not null,
  requester_kind text not null,
  topic text not null,
  queue text not null,
  language text not null,
  priority text not null,
  tags text[] default '{}'::text[] not null,
  key_ciphertext bytea not null,
  name_salt bytea,
  name_sealed bytea,
  opened_at timestamp with time zone not null,
  opened_via text not null,
  opened_session uuid,
  opened_proof text,
  opened_proven_at timestamp with time zone,
  status text not null,
  status_since timestamp with time zone not null,
  status_by_kind text not null,
  status_by uuid,
  merged_into uuid,
  assignee uuid,
  assigned_at timestamp with time zone,
  first_replied_at timestamp with time zone,
  waiting_since timestamp with time zone,
  revision integer default 1 not null,
  updated_at timestamp with time zone not null,
  opening_statement text,
  opening_signature bytea,
  ended_at timestamp with time zone,
  given_away_by uuid[] default '{}'::uuid[] not null,
  into_revision integer,
  open_before text,
  settled_revision integer default 0 not null,
  given_priority text default 'normal'::text not null,
  given_revision integer default 0 not null,
  settled_before integer
);
create table tickets.unproven (
  client uuid not null,
  link uuid not null,
  ticket uuid not null,
  topic text not null,
  language text not null,
  key_ciphertext bytea not null,
  salt bytea not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table tickets.uploads (
  client uuid not null,
  id uuid not null,
  kind text not null,
  removed text[] not null,
  bytes integer not null,
  scanned_at timestamp with time zone,
  pages bytea[] not null,
  expires_at timestamp with time zone not null
);
create table tickets.webhook_deliveries (
  client uuid not null,
  ticket uuid not null,
  number integer not null,
  webhook uuid not null,
  attempts integer default 0 not null,
  due_at timestamp with time zone,
  answer text,
  ended text,
  ended_at timestamp with time zone
);
create table tickets.webhook_messages (
  client uuid not null,
  ticket uuid not null,
  number integer not null,
  id uuid not null,
  type text not null,
  status text not null,
  details text not null,
  told_at timestamp with time zone not null
);
create table tickets.webhooks (
  id uuid not null,
  url text not null,
  types text[] not null,
  secret_sealed bytea not null,
  former_sealed bytea,
  former_until timestamp with time zone,
  added_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_because text
);
create table tickets.writers (
  client uuid not null,
  ticket uuid not null,
  staff uuid not null,
  until timestamp with time zone not null
);
create table trace.contents (
  trace uuid not null,
  kind text not null,
  sealed bytea not null
);
create table trace.known_leak_entries (
  leak uuid not null,
  kind text not null,
  entry integer not null
);
create table trace.known_leaks (
  id uuid not null,
  name text not null,
  happened_at timestamp with time zone not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  emails integer not null,
  phones integer not null,
  sha1s integer not null,
  sha256s integer not null,
  bad integer not null,
  bits smallint not null
);
create table trace.name_openings (
  trace uuid not null,
  id uuid not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  staff uuid not null,
  called text not null,
  reason text not null
);
create table trace.scope_certificates (
  id uuid not null,
  trace uuid not null,
  body text not null,
  hash bytea not null,
  seed bytea not null,
  drafted_at timestamp(3) with time zone not null,
  drafted_by uuid not null,
  corrects uuid,
  approval uuid,
  withdrawn_at timestamp(3) with time zone,
  withdrawn_by uuid,
  withdrawn_because text
);
create table trace.scope_signatures (
  certificate uuid not null,
  place smallint not null,
  staff uuid not null,
  signed_at timestamp(3) with time zone not null,
  event uuid not null,
  statement text not null,
  signature bytea not null
);
create table trace.shut_out (
  trace uuid not null,
  staff uuid not null
);
create table trace.traces (
  id uuid not null,
  begun_at timestamp with time zone not null,
  begun_by uuid,
  begun_by_key uuid,
  before timestamp with time zone not null,
  why text not null,
  format text not null,
  rows integer not null,
  bad integer not null,
  bytes integer not null,
  digest bytea not null,
  key_ciphertext bytea,
  changed_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  started_at timestamp with time zone,
  tries smallint default 0 not null,
  step text,
  beat_at timestamp with time zone,
  finished_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  shredded_at timestamp with time zone,
  shredded_by uuid,
  shred_reason text,
  key_destroyed_at timestamp with time zone
);
create table vault.answers (
  client uuid not null,
  id uuid not null,
  about uuid not null,
  staff uuid not null,
  said text not null,
  said_at timestamp with time zone not null,
  taken_back_at timestamp with time zone
);
create table vault.asked_passes (
  id uuid not null,
  staff uuid not null,
  asked_at timestamp with time zone not null,
  approval uuid not null,
  client uuid
);
create table vault.canaries (
  client uuid not null,
  placed_at timestamp with time zone not null,
  placed_by uuid,
  email_form text,
  spare_phones text[] not null,
  decoys_until timestamp with time zone not null,
  contact_at timestamp with time zone,
  questions jsonb default '[]'::jsonb not null
);
create table vault.client_days (
  client uuid not null,
  day timestamp with time zone not null,
  predicates integer not null
);
create table vault.clients (
  client uuid not null,
  reference_index bytea,
  class text default 'ordinary'::text not null,
  country text,
  added_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table vault.contact_counts (
  client uuid not null,
  ticket uuid not null,
  reveals integer not null
);
create table vault.counts (
  staff uuid not null,
  day timestamp with time zone not null,
  attempts integer default 0 not null,
  reveals integer default 0 not null,
  predicates integer default 0 not null,
  searches integer default 0 not null,
  hour timestamp with time zone not null,
  hour_reveals integer default 0 not null,
  hour_searches integer default 0 not null
);
create view vault.door_canaries as
 SELECT client
   FROM vault.canaries;
create view vault.door_clients as
 SELECT client,
    reference_index,
    class,
    country
   FROM vault.clients;
create view vault.door_counts as
 SELECT staff,
    day,
    reveals,
    hour,
    hour_reveals
   FROM vault.counts;
create view vault.door_doubts as
 SELECT client,
    id,
    staff,
    said_at
   FROM vault.answers
  WHERE said = 'no'::text AND taken_back_at IS NULL;
create view vault.door_fields as
 SELECT client,
    field,
    version,
    viewer,
    valid_from,
    valid_to,
    mask,
    index,
    fingerprint,
    former
   FROM vault.fields;
create view vault.door_former_ids as
 SELECT client,
    former
   FROM vault.former_ids;
create view vault.door_frozen as
 SELECT staff
   FROM vault.freezes
  WHERE client IS NULL AND lifted_at IS NULL;
create view vault.door_passes as
 SELECT client,
    id,
    staff,
    approver,
    given_at
   FROM vault.passes
  WHERE kind = 'break_glass'::text;
create view vault.door_uncontacted as
 SELECT staff,
    reveals
   FROM vault.uncontacted;
create table vault.fields (
  client uuid not null,
  field text not null,
  version integer not null,
  viewer uuid,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  ciphertext bytea not null,
  mask text not null,
  index bytea,
  fingerprint bytea not null,
  former uuid
);
create table vault.former_ids (
  client uuid not null,
  former uuid not null,
  since timestamp with time zone not null
);
create table vault.freezes (
  id uuid not null,
  staff uuid not null,
  client uuid,
  because text not null,
  since timestamp with time zone not null,
  kept_at timestamp with time zone,
  kept_by uuid,
  lifted_at timestamp with time zone,
  lifted_by uuid
);
create table vault.gathered (
  only_row boolean default true not null,
  until timestamp with time zone not null
);
create table vault.imports (
  digest bytea not null,
  lines_done integer not null,
  lines_bad integer not null,
  begun_at timestamp with time zone not null,
  done_at timestamp with time zone
);
create table vault.notices (
  client uuid not null,
  about uuid not null,
  contact text not null,
  fields text[] default '{}'::text[] not null,
  looks integer default 0 not null,
  since timestamp with time zone,
  last timestamp with time zone,
  told_at timestamp with time zone
);
create table vault.pass_looks (
  client uuid not null,
  pass uuid not null,
  event uuid not null,
  field text not null,
  allowed boolean not null,
  looked_at timestamp with time zone not null
);
create table vault.passes (
  client uuid not null,
  id uuid not null,
  kind text not null,
  staff uuid not null,
  approver uuid not null,
  approval uuid not null,
  ticket uuid,
  purpose text not null,
  fields text[] not null,
  given_at timestamp with time zone not null,
  until timestamp with time zone not null,
  statement text not null,
  signature bytea not null,
  sealed_until date,
  sealed_because text,
  reviewer uuid,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  finding text,
  review_note text
);
create table vault.requests (
  client uuid not null,
  id uuid not null,
  ticket uuid not null,
  asked_by uuid not null,
  team text not null,
  employer text not null,
  asked_at timestamp with time zone not null,
  purpose text not null,
  fields text[] not null,
  answer_until timestamp with time zone not null,
  approved_at timestamp with time zone,
  declined_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  until timestamp with time zone,
  statement text,
  signature bytea,
  draft text,
  ended_at timestamp with time zone
);
create table vault.uncontacted (
  staff uuid not null,
  reveals integer not null
);
create table watch.cases (
  id uuid not null,
  staff uuid not null,
  opened_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  score real not null,
  is_urgent boolean not null,
  raised_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by uuid,
  finding text,
  reason text,
  second_look_at timestamp with time zone,
  second_look_by uuid,
  read_until timestamp with time zone,
  second_look_agrees boolean
);
create table watch.containments (
  id uuid not null,
  "case" uuid not null,
  staff uuid not null,
  contained_at timestamp with time zone not null,
  contained_by uuid not null,
  event uuid not null,
  done_at timestamp with time zone,
  released_at timestamp with time zone,
  released_by uuid
);
create table watch.readings (
  only_row boolean default true not null,
  until timestamp with time zone not null
);
create table watch.signals (
  staff uuid not null,
  key text not null,
  "case" uuid not null,
  detector text not null,
  points real not null,
  is_urgent boolean not null,
  at timestamp with time zone not null,
  figures jsonb not null,
  events uuid[] not null,
  changed_at timestamp with time zone not null
);

alter table accounts.account_locks add constraint account_locks_pkey PRIMARY KEY (client, id);
alter table accounts.account_locks add constraint account_locks_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.api_keys add constraint api_keys_pkey PRIMARY KEY (id);
alter table accounts.api_keys add constraint api_keys_scopes_check CHECK ((cardinality(scopes) > 0));
alter table accounts.approvals add constraint approvals_pkey PRIMARY KEY (id);
alter table accounts.approvals add constraint approvals_approver_fkey FOREIGN KEY (approver) REFERENCES accounts.staff(staff);
alter table accounts.approvals add constraint approvals_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts.staff(staff);
alter table accounts.approvals add constraint approvals_check CHECK ((asked_by <> approver));
alter table accounts.approvals add constraint approvals_check1 CHECK ((num_nonnulls(refused_at, expired_at, withdrawn_at, used_at) <= 1));
alter table accounts.approvals add constraint approvals_check2 CHECK (((used_at IS NULL) OR (approved_at IS NOT NULL)));
alter table accounts.approvals add constraint approvals_check3 CHECK (((refused_at IS NULL) OR (approved_at IS NULL)));
alter table accounts.approvals add constraint approvals_check4 CHECK (((approved_at IS NULL) = (usable_until IS NULL)));
alter table accounts.approvals add constraint approvals_check5 CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL)));
alter table accounts.approvals add constraint approvals_drawn_among_check CHECK ((drawn_among > 0));
alter table accounts.approvals add constraint approvals_withdrawn_because_check CHECK ((withdrawn_because = ANY (ARRAY['asker'::text, 'left'::text])));
alter table accounts.authenticators add constraint authenticators_pkey PRIMARY KEY (client, factor);
alter table accounts.authenticators add constraint authenticators_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.challenges add constraint challenges_pkey PRIMARY KEY (challenge);
alter table accounts.changes add constraint changes_pkey PRIMARY KEY (client, id);
alter table accounts.changes add constraint changes_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.clients add constraint clients_public_id_key UNIQUE (public_id);
alter table accounts.clients add constraint clients_pkey PRIMARY KEY (client);
alter table accounts.closings add constraint closings_pkey PRIMARY KEY (client, id);
alter table accounts.closings add constraint closings_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.devices add constraint devices_pkey PRIMARY KEY (client, id);
alter table accounts.devices add constraint devices_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.emails add constraint emails_pkey PRIMARY KEY (client, version);
alter table accounts.emails add constraint emails_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.emails add constraint emails_version_check CHECK ((version > 0));
alter table accounts.erasures add constraint erasures_pkey PRIMARY KEY (id);
alter table accounts.erasures add constraint erasures_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts.staff(staff);
alter table accounts.factors add constraint factors_pkey PRIMARY KEY (client, id);
alter table accounts.factors add constraint factors_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.factors add constraint factors_kind_check CHECK ((kind = ANY (ARRAY['passkey'::text, 'authenticator'::text, 'password'::text])));
alter table accounts.links add constraint links_pkey PRIMARY KEY (client, id);
alter table accounts.links add constraint links_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.master_keys add constraint master_keys_pkey PRIMARY KEY (client, id);
alter table accounts.master_keys add constraint master_keys_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.passkeys add constraint passkeys_pkey PRIMARY KEY (client, factor);
alter table accounts.passkeys add constraint passkeys_client_factor_fkey FOREIGN KEY (client, factor) REFERENCES accounts.factors(client, id);
alter table accounts.passkeys add constraint passkeys_counter_check CHECK ((counter >= 0));
alter table accounts.password_resets add constraint password_resets_pkey PRIMARY KEY (client, link);
alter table accounts.password_resets add constraint password_resets_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.passwords add constraint passwords_pkey PRIMARY KEY (client, factor);
alter table accounts.passwords add constraint passwords_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.provider_attempts add constraint provider_attempts_pkey PRIMARY KEY (id);
alter table accounts.recoveries add constraint recoveries_pkey PRIMARY KEY (client, id);
alter table accounts.recoveries add constraint recoveries_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.recovery_codes add constraint recovery_codes_pkey PRIMARY KEY (client, id);
alter table accounts.recovery_codes add constraint recovery_codes_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.screen_marks add constraint screen_marks_session_key UNIQUE (session);
alter table accounts.screen_marks add constraint screen_marks_pkey PRIMARY KEY (number);
alter table accounts.screen_marks add constraint screen_marks_number_check CHECK (((number >= 0) AND (number < '4294967296'::bigint)));
alter table accounts.sessions add constraint sessions_pkey PRIMARY KEY (holder, id);
alter table accounts.sessions add constraint sessions_holder_kind_check CHECK ((holder_kind = ANY (ARRAY['client'::text, 'staff'::text])));
alter table accounts.settings_locks add constraint settings_locks_pkey PRIMARY KEY (client, id);
alter table accounts.settings_locks add constraint settings_locks_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.settings_locks add constraint settings_locks_check CHECK ((num_nulls(unlock_asked_at, unlock_asked_by, unlocks_at) = ANY (ARRAY[0, 3])));
alter table accounts.settings_locks add constraint settings_locks_days_check CHECK (((days >= 1) AND (days <= 90)));
alter table accounts.sign_ins add constraint sign_ins_pkey PRIMARY KEY (client, id);
alter table accounts.sign_ins add constraint sign_ins_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.staff add constraint staff_pkey PRIMARY KEY (staff);
alter table accounts.staff add constraint staff_check CHECK (((email IS NOT NULL) OR (provider_subject IS NOT NULL)));
alter table accounts.staff add constraint staff_languages_check CHECK ((cardinality(languages) > 0));
alter table accounts.staff_links add constraint staff_links_id_key UNIQUE (id);
alter table accounts.staff_links add constraint staff_links_pkey PRIMARY KEY (staff, id);
alter table accounts.staff_links add constraint staff_links_staff_fkey FOREIGN KEY (staff) REFERENCES accounts.staff(staff);
alter table accounts.staff_passkeys add constraint staff_passkeys_credential_id_key UNIQUE (credential_id);
alter table accounts.staff_passkeys add constraint staff_passkeys_pkey PRIMARY KEY (staff, id);
alter table accounts.staff_passkeys add constraint staff_passkeys_staff_fkey FOREIGN KEY (staff) REFERENCES accounts.staff(staff);
alter table accounts.staff_roles add constraint staff_roles_pkey PRIMARY KEY (staff, role, granted_at);
alter table accounts.staff_roles add constraint staff_roles_staff_fkey FOREIGN KEY (staff) REFERENCES accounts.staff(staff);
alter table accounts.staff_roles add constraint staff_roles_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'lead'::text, 'analyst'::text, 'custodian'::text, 'counsel'::text, 'comms'::text, 'approver'::text, 'admin'::text])));
alter table accounts.withdrawal_addresses add constraint withdrawal_addresses_client_version_key UNIQUE (client, version);
alter table accounts.withdrawal_addresses add constraint withdrawal_addresses_pkey PRIMARY KEY (client, id);
alter table accounts.withdrawal_addresses add constraint withdrawal_addresses_client_fkey FOREIGN KEY (client) REFERENCES accounts.clients(client);
alter table accounts.withdrawal_addresses add constraint withdrawal_addresses_check CHECK ((num_nulls(confirmed_at, confirmed_by, usable_at) = ANY (ARRAY[0, 3])));
alter table accounts.withdrawal_addresses add constraint withdrawal_addresses_version_check CHECK ((version > 0));
alter table briefs.assessments add constraint assessments_pkey PRIMARY KEY (brief, source, number);
alter table briefs.assessments add constraint assessments_brief_source_fkey FOREIGN KEY (brief, source) REFERENCES briefs.sources(brief, id);
alter table briefs.assessments add constraint assessments_reliability_check CHECK ((reliability = ANY (ARRAY['reliable'::text, 'unrated'::text, 'doubtful'::text, 'invented'::text])));
alter table briefs.briefs add constraint briefs_pkey PRIMARY KEY (id);
alter table briefs.briefs add constraint briefs_author_role_check CHECK ((author_role = ANY (ARRAY['firm'::text, 'third_party'::text])));
alter table briefs.claims add constraint claims_brief_number_key UNIQUE (brief, number);
alter table briefs.claims add constraint claims_pkey PRIMARY KEY (brief, id);
alter table briefs.claims add constraint claims_brief_fkey FOREIGN KEY (brief) REFERENCES briefs.briefs(id);
alter table briefs.claims add constraint claims_verb_check CHECK ((verb = ANY (ARRAY['viewed'::text, 'exposed'::text, 'copied'::text, 'published'::text])));
alter table briefs.decisions add constraint decisions_pkey PRIMARY KEY (brief, claim, number);
alter table briefs.decisions add constraint decisions_brief_claim_fkey FOREIGN KEY (brief, claim) REFERENCES briefs.claims(brief, id);
alter table briefs.decisions add constraint decisions_brief_into_fkey FOREIGN KEY (brief, "into") REFERENCES briefs.claims(brief, id);
alter table briefs.decisions add constraint decisions_check CHECK ((("into" IS NOT NULL) = (status = 'superseded'::text)));
alter table briefs.decisions add constraint decisions_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'firm_says'::text, 'confirmed'::text, 'disputed'::text, 'open'::text, 'refuted'::text, 'superseded'::text, 'withdrawn'::text])));
alter table briefs.decisions add constraint decisions_visibility_check CHECK ((visibility = ANY (ARRAY['internal'::text, 'public'::text])));
alter table briefs.disputes add constraint disputes_pkey PRIMARY KEY (brief, question, number);
alter table briefs.disputes add constraint disputes_brief_claim_fkey FOREIGN KEY (brief, claim) REFERENCES briefs.claims(brief, id);
alter table briefs.disputes add constraint disputes_brief_question_fkey FOREIGN KEY (brief, question) REFERENCES briefs.questions(brief, id);
alter table briefs.draft_sentences add constraint draft_sentences_pkey PRIMARY KEY (brief, draft, place);
alter table briefs.draft_sentences add constraint draft_sentences_brief_draft_fkey FOREIGN KEY (brief, draft) REFERENCES briefs.drafts(brief, number);
alter table briefs.draft_sentences add constraint draft_sentences_check CHECK (((question IS NOT NULL) = (section = 'faq'::text)));
alter table briefs.draft_sentences add constraint draft_sentences_claims_check CHECK ((cardinality(claims) > 0));
alter table briefs.drafts add constraint drafts_pkey PRIMARY KEY (brief, number);
alter table briefs.drafts add constraint drafts_brief_fkey FOREIGN KEY (brief) REFERENCES briefs.briefs(id);
alter table briefs.editions add constraint editions_pkey PRIMARY KEY (brief, number);
alter table briefs.editions add constraint editions_approval_fkey FOREIGN KEY (approval) REFERENCES briefs.publication_asks(approval);
alter table briefs.editions add constraint editions_edition_brief_number_fkey FOREIGN KEY (edition, brief, number) REFERENCES briefs.prepared_editions(id, brief, number);
alter table briefs.prepared_editions add constraint prepared_editions_id_brief_number_key UNIQUE (id, brief, number);
alter table briefs.prepared_editions add constraint prepared_editions_pkey PRIMARY KEY (id);
alter table briefs.prepared_editions add constraint prepared_editions_brief_fkey FOREIGN KEY (brief) REFERENCES briefs.briefs(id);
alter table briefs.prepared_editions add constraint prepared_editions_number_check CHECK ((number > 0));
alter table briefs.prepared_editions add constraint prepared_editions_sha256_check CHECK ((length(sha256) = 32));
alter table briefs.proposal_reviews add constraint proposal_reviews_pkey PRIMARY KEY (brief, source, proposal);
alter table briefs.proposal_reviews add constraint proposal_reviews_brief_claim_fkey FOREIGN KEY (brief, claim) REFERENCES briefs.claims(brief, id);
alter table briefs.proposal_reviews add constraint proposal_reviews_brief_source_fkey FOREIGN KEY (brief, source) REFERENCES briefs.sources(brief, id);
alter table briefs.proposal_reviews add constraint proposal_reviews_proposal_check CHECK ((length(proposal) = 32));
alter table briefs.publication_asks add constraint publication_asks_pkey PRIMARY KEY (approval);
alter table briefs.publication_asks add constraint publication_asks_edition_fkey FOREIGN KEY (edition) REFERENCES briefs.prepared_editions(id);
alter table briefs.question_checks add constraint question_checks_pkey PRIMARY KEY (brief, question, number);
alter table briefs.question_checks add constraint question_checks_brief_claim_fkey FOREIGN KEY (brief, claim) REFERENCES briefs.claims(brief, id);
alter table briefs.question_checks add constraint question_checks_brief_question_fkey FOREIGN KEY (brief, question) REFERENCES briefs.questions(brief, id);
alter table briefs.questions add constraint questions_brief_number_key UNIQUE (brief, number);
alter table briefs.questions add constraint questions_pkey PRIMARY KEY (brief, id);
alter table briefs.questions add constraint questions_brief_fkey FOREIGN KEY (brief) REFERENCES briefs.briefs(id);
alter table briefs.questions add constraint questions_brief_source_fkey FOREIGN KEY (brief, source) REFERENCES briefs.sources(brief, id);
alter table briefs.sources add constraint sources_brief_name_key UNIQUE (brief, name);
alter table briefs.sources add constraint sources_pkey PRIMARY KEY (brief, id);
alter table briefs.sources add constraint sources_brief_fkey FOREIGN KEY (brief) REFERENCES briefs.briefs(id);
alter table briefs.sources add constraint sources_capture_check CHECK ((capture = ANY (ARRAY['text'::text, 'facts'::text])));
alter table briefs.sources add constraint sources_sha256_check CHECK ((length(sha256) = 32));
alter table briefs.supports add constraint supports_pkey PRIMARY KEY (brief, claim, number);
alter table briefs.supports add constraint supports_brief_claim_fkey FOREIGN KEY (brief, claim) REFERENCES briefs.claims(brief, id);
alter table briefs.supports add constraint supports_brief_source_fkey FOREIGN KEY (brief, source) REFERENCES briefs.sources(brief, id);
alter table briefs.translated_sentences add constraint translated_sentences_pkey PRIMARY KEY (brief, draft, language, number, place);
alter table briefs.translated_sentences add constraint translated_sentences_brief_draft_language_number_fkey FOREIGN KEY (brief, draft, language, number) REFERENCES briefs.translations(brief, draft, language, number);
alter table briefs.translated_sentences add constraint translated_sentences_brief_draft_place_fkey FOREIGN KEY (brief, draft, place) REFERENCES briefs.draft_sentences(brief, draft, place);
alter table briefs.translations add constraint translations_pkey PRIMARY KEY (brief, draft, language, number);
alter table briefs.translations add constraint translations_brief_draft_fkey FOREIGN KEY (brief, draft) REFERENCES briefs.drafts(brief, number);
alter table briefs.translations add constraint translations_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'es'::text])));
alter table calls.agents add constraint agents_alias_key UNIQUE (alias);
alter table calls.agents add constraint agents_pkey PRIMARY KEY (staff);
alter table calls.calls add constraint calls_pkey PRIMARY KEY (client, id);
alter table calls.calls add constraint calls_channel_check CHECK ((channel = ANY (ARRAY['browser'::text, 'phone'::text])));
alter table calls.calls add constraint calls_check CHECK ((num_nonnulls(ended_at, outcome, ended_by_kind) = ANY (ARRAY[0, 3])));
alter table calls.calls add constraint calls_check1 CHECK ((num_nonnulls(was_right, asked_for, said_at) = ANY (ARRAY[0, 3])));
alter table calls.calls add constraint calls_ended_by_kind_check CHECK ((ended_by_kind = ANY (ARRAY['client'::text, 'staff'::text, 'system'::text])));
alter table calls.calls add constraint calls_outcome_check CHECK ((outcome = ANY (ARRAY['held'::text, 'missed'::text, 'cancelled'::text, 'stopped'::text])));
alter table calls.changes add constraint changes_pkey PRIMARY KEY (client);
alter table calls.claims add constraint claims_pkey PRIMARY KEY (client, id);
alter table calls.claims add constraint claims_answer_check CHECK ((answer = ANY (ARRAY['dialled'::text, 'not_me'::text])));
alter table calls.claims add constraint claims_check CHECK ((num_nonnulls(answer, answered_at, session) = ANY (ARRAY[0, 3])));
alter table calls.holidays add constraint holidays_pkey PRIMARY KEY (day, employer);
alter table calls.inbound_legs add constraint inbound_legs_provider_call_key UNIQUE (provider_call);
alter table calls.inbound_legs add constraint inbound_legs_pkey PRIMARY KEY (id);
alter table calls.inbound_legs add constraint inbound_legs_check CHECK ((num_nonnulls(claimed_at, claimed_by) = ANY (ARRAY[0, 2])));
alter table calls.legs add constraint legs_provider_call_key UNIQUE (provider_call);
alter table calls.legs add constraint legs_pkey PRIMARY KEY (client, id);
alter table calls.legs add constraint legs_channel_check CHECK ((channel = ANY (ARRAY['browser'::text, 'phone'::text])));
alter table calls.legs add constraint legs_check CHECK ((num_nonnulls(ended_at, end_reason) = ANY (ARRAY[0, 2])));
alter table calls.legs add constraint legs_check1 CHECK ((num_nonnulls(words_picked_at, words_matched) = ANY (ARRAY[0, 2])));
alter table calls.legs add constraint legs_end_reason_check CHECK ((end_reason = ANY (ARRAY['completed'::text, 'busy'::text, 'no_answer'::text, 'failed'::text, 'cancelled'::text, 'declined'::text, 'lapsed'::text, 'mismatch'::text, 'reported'::text])));
alter table calls.provider_events add constraint provider_events_pkey PRIMARY KEY (id);
alter table calls.signals add constraint signals_pkey PRIMARY KEY (client, leg, place);
alter table calls.signals add constraint signals_side_check CHECK ((side = ANY (ARRAY['agent'::text, 'client'::text])));
alter table contacts.directory_proposals add constraint directory_proposals_pkey PRIMARY KEY (id);
alter table contacts.directory_proposals add constraint directory_proposals_check CHECK ((((proposed_at IS NULL) = (proposed_by IS NULL)) AND ((proposed_at IS NULL) = (approval IS NULL))));
alter table contacts.directory_proposals add constraint directory_proposals_check1 CHECK ((((agreed_at IS NULL) = (agreed_by IS NULL)) AND ((agreed_at IS NULL) = (effective_at IS NULL))));
alter table contacts.directory_proposals add constraint directory_proposals_check2 CHECK (((agreed_at IS NULL) OR (proposed_at IS NOT NULL)));
alter table contacts.directory_proposals add constraint directory_proposals_check3 CHECK (((agreed_by IS NULL) OR (agreed_by <> proposed_by)));
alter table contacts.directory_proposals add constraint directory_proposals_check4 CHECK (((published_at IS NULL) OR ((agreed_at IS NOT NULL) AND (withdrawn_at IS NULL) AND (published_at >= effective_at))));
alter table contacts.directory_proposals add constraint directory_proposals_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table contacts.directory_proposals add constraint directory_proposals_version_check CHECK ((version > 0));
alter table help.articles add constraint articles_pkey PRIMARY KEY (language, slug);
alter table help.lexemes add constraint lexemes_pkey PRIMARY KEY (language, lexeme);
alter table help.postings add constraint postings_pkey PRIMARY KEY (language, lexeme, slug) INCLUDE (impact);
alter table help.postings add constraint postings_language_slug_fkey FOREIGN KEY (language, slug) REFERENCES help.articles(language, slug) ON DELETE CASCADE;
alter table help.unanswered add constraint unanswered_pkey PRIMARY KEY (day, language, query);
alter table help.votes add constraint votes_pkey PRIMARY KEY (language, slug, day);
alter table help.words add constraint words_pkey PRIMARY KEY (language, word);
alter table keys.client_keys add constraint client_keys_pkey PRIMARY KEY (client, number);
alter table keys.client_keys add constraint client_keys_client_fkey FOREIGN KEY (client) REFERENCES keys.clients(client);
alter table keys.client_keys add constraint client_keys_kek_fkey FOREIGN KEY (kek) REFERENCES keys.keks(id);
alter table keys.client_keys add constraint client_keys_number_check CHECK ((number > 0));
alter table keys.clients add constraint clients_pkey PRIMARY KEY (client);
alter table keys.index_keys add constraint index_keys_pkey PRIMARY KEY (name);
alter table keys.index_keys add constraint index_keys_kek_fkey FOREIGN KEY (kek) REFERENCES keys.keks(id);
alter table keys.keks add constraint keks_pkey PRIMARY KEY (id);
alter table keys.keykeeper add constraint keykeeper_pkey PRIMARY KEY (only_row);
alter table keys.keykeeper add constraint keykeeper_only_row_check CHECK (only_row);
alter table ledger.actor_days add constraint actor_days_pkey PRIMARY KEY (actor, day) INCLUDE (seen);
alter table ledger.bundles add constraint bundles_pkey PRIMARY KEY (index);
alter table ledger.checkpoints add constraint checkpoints_pkey PRIMARY KEY (size);
alter table ledger.client_heads add constraint client_heads_pkey PRIMARY KEY (client);
alter table ledger.cosignatures add constraint cosignatures_pkey PRIMARY KEY (size, witness);
alter table ledger.cosignatures add constraint cosignatures_size_fkey FOREIGN KEY (size) REFERENCES ledger.checkpoints(size);
alter table ledger.events add constraint events_pkey PRIMARY KEY (client, occurred_at, id) INCLUDE (actor, field, version);
alter table ledger.instances add constraint instances_pkey PRIMARY KEY (id);
alter table ledger.lease add constraint lease_pkey PRIMARY KEY (only_row);
alter table ledger.lease add constraint lease_check CHECK (((holder IS NULL) = (expires_at IS NULL)));
alter table ledger.lease add constraint lease_only_row_check CHECK (only_row);
alter table ledger.legal_holds add constraint legal_holds_pkey PRIMARY KEY (client, event);
alter table ledger.legal_holds add constraint legal_holds_reason_check CHECK ((reason <> ''::text));
alter table ledger.rolled_days add constraint rolled_days_pkey PRIMARY KEY (day);
alter table ledger.runs add constraint runs_instance_first_seq_key UNIQUE (instance, first_seq);
alter table ledger.runs add constraint runs_pkey PRIMARY KEY (first_index);
alter table ledger.sealed_entries add constraint sealed_entries_pkey PRIMARY KEY (client, event);
alter table ledger.tiles add constraint tiles_pkey PRIMARY KEY (level, index);
alter table ledger.tiles add constraint tiles_level_check CHECK ((level > 0));
alter table ledger.tree add constraint tree_pkey PRIMARY KEY (only_row);
alter table ledger.tree add constraint tree_only_row_check CHECK (only_row);
alter table ledger.verifications add constraint verifications_pkey PRIMARY KEY (only_row);
alter table ledger.verifications add constraint verifications_only_row_check CHECK (only_row);
alter table outbox.deliveries add constraint deliveries_pkey PRIMARY KEY (client, message);
alter table outbox.deliveries add constraint deliveries_check CHECK (((due_at IS NULL) = (ended IS NOT NULL)));
alter table outbox.deliveries add constraint deliveries_check1 CHECK (((ended IS NULL) = (email_ciphertext IS NOT NULL)));
alter table outbox.deliveries add constraint deliveries_check2 CHECK (((ended IS NULL) = (ended_at IS NULL)));
alter table outbox.deliveries add constraint deliveries_ended_check CHECK ((ended = ANY (ARRAY['accepted'::text, 'refused'::text, 'expired'::text, 'shredded'::text])));
alter table outbox.dev_mailbox add constraint dev_mailbox_pkey PRIMARY KEY (message);
alter table outbox.messages add constraint messages_pkey PRIMARY KEY (addressee_kind, addressee, id);
alter table outbox.messages add constraint messages_template_fkey FOREIGN KEY (template) REFERENCES outbox.templates(hash);
alter table outbox.messages add constraint messages_addressee_kind_check CHECK ((addressee_kind = ANY (ARRAY['client'::text, 'staff'::text])));
alter table outbox.templates add constraint templates_pkey PRIMARY KEY (hash);
alter table platform.editions add constraint editions_pkey PRIMARY KEY (kind, key_id, version);
alter table platform.editions add constraint editions_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table platform.editions add constraint editions_version_check CHECK ((version > 0));
alter table platform.installation add constraint installation_pkey PRIMARY KEY (only_row);
alter table platform.installation add constraint installation_only_row_check CHECK (only_row);
alter table platform.migrations add constraint migrations_pkey PRIMARY KEY (name);
alter table platform.named_requests add constraint named_requests_pkey PRIMARY KEY (name_hash);
alter table platform.request_counts add constraint request_counts_pkey PRIMARY KEY (bucket, window_start);
alter table tickets.addresses add constraint addresses_pkey PRIMARY KEY (client);
alter table tickets.attachment_openings add constraint attachment_openings_pkey PRIMARY KEY (client, ticket, attachment, id);
alter table tickets.attachment_openings add constraint attachment_openings_client_ticket_attachment_fkey FOREIGN KEY (client, ticket, attachment) REFERENCES tickets.attachments(client, ticket, id) ON DELETE CASCADE;
alter table tickets.attachment_pages add constraint attachment_pages_pkey PRIMARY KEY (client, ticket, attachment, number);
alter table tickets.attachment_pages add constraint attachment_pages_client_ticket_attachment_fkey FOREIGN KEY (client, ticket, attachment) REFERENCES tickets.attachments(client, ticket, id) ON DELETE CASCADE;
alter table tickets.attachment_pages add constraint attachment_pages_number_check CHECK ((number > 0));
alter table tickets.attachments add constraint attachments_client_ticket_number_key UNIQUE (client, ticket, number);
alter table tickets.attachments add constraint attachments_pkey PRIMARY KEY (client, ticket, id);
alter table tickets.attachments add constraint attachments_client_ticket_message_fkey FOREIGN KEY (client, ticket, message) REFERENCES tickets.messages(client, ticket, id);
alter table tickets.attachments add constraint attachments_bytes_check CHECK ((bytes > 0));
alter table tickets.attachments add constraint attachments_kind_check CHECK ((kind = ANY (ARRAY['picture'::text, 'document'::text, 'text'::text])));
alter table tickets.attachments add constraint attachments_number_check CHECK ((number > 0));
alter table tickets.attachments add constraint attachments_pages_check CHECK ((pages > 0));
alter table tickets.guest_visits add constraint guest_visits_pkey PRIMARY KEY (client, id);
alter table tickets.indicators add constraint indicators_pkey PRIMARY KEY (type, value);
alter table tickets.indicators add constraint indicators_check CHECK (((standing = 'seen'::text) = (event IS NULL)));
alter table tickets.indicators add constraint indicators_check1 CHECK (((standing <> 'rejected'::text) OR (decided_by IS NOT NULL)));
alter table tickets.indicators add constraint indicators_standing_check CHECK ((standing = ANY (ARRAY['seen'::text, 'confirmed'::text, 'rejected'::text])));
alter table tickets.indicators add constraint indicators_type_check CHECK ((type = ANY (ARRAY['phone'::text, 'email'::text, 'domain'::text, 'url'::text, 'handle'::text, 'crypto_address'::text])));
alter table tickets.links add constraint links_pkey PRIMARY KEY (client, id);
alter table tickets.mail_acknowledgements add constraint mail_acknowledgements_pkey PRIMARY KEY (sender, day);
alter table tickets.mail_acknowledgements add constraint mail_acknowledgements_count_check CHECK ((count > 0));
alter table tickets.mails add constraint mails_pkey PRIMARY KEY (client, ticket, message);
alter table tickets.mails add constraint mails_client_ticket_message_fkey FOREIGN KEY (client, ticket, message) REFERENCES tickets.messages(client, ticket, id) ON DELETE CASCADE;
alter table tickets.messages add constraint messages_client_ticket_number_key UNIQUE (client, ticket, number);
alter table tickets.messages add constraint messages_pkey PRIMARY KEY (client, ticket, id);
alter table tickets.messages add constraint messages_client_ticket_fkey FOREIGN KEY (client, ticket) REFERENCES tickets.tickets(client, id);
alter table tickets.messages add constraint messages_author_kind_check CHECK ((author_kind = ANY (ARRAY['client'::text, 'staff'::text, 'system'::text])));
alter table tickets.messages add constraint messages_check CHECK ((((salt IS NULL) = (sealed IS NULL)) AND ((salt IS NULL) = (shredded_at IS NOT NULL))));
alter table tickets.messages add constraint messages_check1 CHECK (((author_kind = 'system'::text) = (author IS NULL)));
alter table tickets.messages add constraint messages_check2 CHECK ((is_public OR (author_kind <> 'client'::text)));
alter table tickets.messages add constraint messages_files_check CHECK ((((files_salt IS NULL) = (files_sealed IS NULL)) AND ((files_salt IS NULL) OR (salt IS NOT NULL))));
alter table tickets.messages add constraint messages_number_check CHECK ((number > 0));
alter table tickets.messages add constraint messages_via_check CHECK ((via = ANY (ARRAY['page'::text, 'api'::text, 'mail'::text, 'call'::text])));
alter table tickets.queue_members add constraint queue_members_pkey PRIMARY KEY (staff, queue);
alter table tickets.scam_reports add constraint scam_reports_pkey PRIMARY KEY (client, id);
alter table tickets.scam_reports add constraint scam_reports_check CHECK ((counts = (network IS NOT NULL)));
alter table tickets.scam_reports add constraint scam_reports_check1 CHECK (((NOT counts) OR (reporter = 'client'::text)));
alter table tickets.scam_reports add constraint scam_reports_reporter_check CHECK ((reporter = ANY (ARRAY['client'::text, 'guest'::text, 'anonymous'::text])));
alter table tickets.scam_reports add constraint scam_reports_verdict_check CHECK ((verdict = ANY (ARRAY['scam'::text, 'suspicious'::text, 'nothing_found'::text])));
alter table tickets.seen_mails add constraint seen_mails_pkey PRIMARY KEY (hash);
alter table tickets.sightings add constraint sightings_pkey PRIMARY KEY (client, report, type, value);
alter table tickets.sightings add constraint sightings_client_report_fkey FOREIGN KEY (client, report) REFERENCES tickets.scam_reports(client, id);
alter table tickets.sightings add constraint sightings_type_value_fkey FOREIGN KEY (type, value) REFERENCES tickets.indicators(type, value);
alter table tickets.stopped_messages add constraint stopped_messages_pkey PRIMARY KEY (client, ticket, id);
alter table tickets.stopped_messages add constraint stopped_messages_client_ticket_fkey FOREIGN KEY (client, ticket) REFERENCES tickets.tickets(client, id);
alter table tickets.tickets add constraint tickets_pkey PRIMARY KEY (client, id);
alter table tickets.tickets add constraint tickets_approach_check CHECK (((topic <> 'approach'::text) OR ((queue = 'leads'::text) AND (assignee IS NULL))));
alter table tickets.tickets add constraint tickets_check CHECK (((opened_proof IS NULL) = (opened_proven_at IS NULL)));
alter table tickets.tickets add constraint tickets_check1 CHECK (((requester_kind = 'client'::text) OR (opened_session IS NULL)));
alter table tickets.tickets add constraint tickets_check2 CHECK (((name_salt IS NULL) = (name_sealed IS NULL)));
alter table tickets.tickets add constraint tickets_check3 CHECK (((assignee IS NULL) = (assigned_at IS NULL)));
alter table tickets.tickets add constraint tickets_check4 CHECK (((status_by_kind = 'system'::text) = (status_by IS NULL)));
alter table tickets.tickets add constraint tickets_check5 CHECK (((merged_into IS NULL) OR (status = 'closed'::text)));
alter table tickets.tickets add constraint tickets_given_priority_check CHECK ((given_priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])));
alter table tickets.tickets add constraint tickets_into_revision CHECK (((into_revision IS NULL) = (merged_into IS NULL)));
alter table tickets.tickets add constraint tickets_open_before CHECK (((open_before IS NULL) OR (status = 'open'::text)));
alter table tickets.tickets add constraint tickets_open_before_check CHECK ((open_before = ANY (ARRAY['pending'::text, 'hold'::text, 'solved'::text])));
alter table tickets.tickets add constraint tickets_opened_proof_check CHECK ((opened_proof = ANY (ARRAY['passkey'::text, 'authenticator'::text, 'password'::text])));
alter table tickets.tickets add constraint tickets_opened_via_check CHECK ((opened_via = ANY (ARRAY['page'::text, 'api'::text, 'mail'::text, 'call'::text])));
alter table tickets.tickets add constraint tickets_opening CHECK (((opening_signature IS NULL) OR (opening_statement IS NOT NULL)));
alter table tickets.tickets add constraint tickets_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text])));
alter table tickets.tickets add constraint tickets_requester_kind_check CHECK ((requester_kind = ANY (ARRAY['client'::text, 'guest'::text])));
alter table tickets.tickets add constraint tickets_settled_before CHECK (((settled_before IS NULL) OR COALESCE((open_before = 'solved'::text), false)));
alter table tickets.tickets add constraint tickets_status_by_kind_check CHECK ((status_by_kind = ANY (ARRAY['client'::text, 'staff'::text, 'system'::text])));
alter table tickets.tickets add constraint tickets_status_check CHECK ((status = ANY (ARRAY['new'::text, 'open'::text, 'pending'::text, 'hold'::text, 'solved'::text, 'closed'::text])));
alter table tickets.unproven add constraint unproven_pkey PRIMARY KEY (client, link);
alter table tickets.uploads add constraint uploads_pkey PRIMARY KEY (client, id);
alter table tickets.uploads add constraint uploads_bytes_check CHECK ((bytes > 0));
alter table tickets.uploads add constraint uploads_kind_check CHECK ((kind = ANY (ARRAY['picture'::text, 'document'::text, 'text'::text])));
alter table tickets.webhook_deliveries add constraint webhook_deliveries_pkey PRIMARY KEY (client, ticket, number, webhook);
alter table tickets.webhook_deliveries add constraint webhook_deliveries_client_ticket_number_fkey FOREIGN KEY (client, ticket, number) REFERENCES tickets.webhook_messages(client, ticket, number);
alter table tickets.webhook_deliveries add constraint webhook_deliveries_webhook_fkey FOREIGN KEY (webhook) REFERENCES tickets.webhooks(id);
alter table tickets.webhook_deliveries add constraint webhook_deliveries_check CHECK ((((due_at IS NULL) = (ended IS NOT NULL)) AND ((ended IS NULL) = (ended_at IS NULL))));
alter table tickets.webhook_deliveries add constraint webhook_deliveries_ended_check CHECK ((ended = ANY (ARRAY['delivered'::text, 'given_up'::text, 'removed'::text])));
alter table tickets.webhook_messages add constraint webhook_messages_pkey PRIMARY KEY (client, ticket, number);
alter table tickets.webhook_messages add constraint webhook_messages_number_check CHECK ((number >= 0));
alter table tickets.webhooks add constraint webhooks_pkey PRIMARY KEY (id);
alter table tickets.webhooks add constraint webhooks_check CHECK (((former_sealed IS NULL) = (former_until IS NULL)));
alter table tickets.webhooks add constraint webhooks_check1 CHECK (((ended_at IS NULL) = (ended_because IS NULL)));
alter table tickets.webhooks add constraint webhooks_ended_because_check CHECK ((ended_because = ANY (ARRAY['removed'::text, 'gone'::text])));
alter table tickets.webhooks add constraint webhooks_types_check CHECK ((cardinality(types) > 0));
alter table tickets.writers add constraint writers_pkey PRIMARY KEY (client, ticket, staff);
alter table tickets.writers add constraint writers_client_ticket_fkey FOREIGN KEY (client, ticket) REFERENCES tickets.tickets(client, id);
alter table trace.contents add constraint contents_pkey PRIMARY KEY (trace, kind);
alter table trace.contents add constraint contents_trace_fkey FOREIGN KEY (trace) REFERENCES trace.traces(id);
alter table trace.contents add constraint contents_kind_check CHECK ((kind = ANY (ARRAY['sample'::text, 'columns'::text, 'result'::text, 'scope_list'::text])));
alter table trace.known_leak_entries add constraint known_leak_entries_pkey PRIMARY KEY (leak, kind, entry);
alter table trace.known_leak_entries add constraint known_leak_entries_leak_fkey FOREIGN KEY (leak) REFERENCES trace.known_leaks(id);
alter table trace.known_leak_entries add constraint known_leak_entries_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'sha1'::text, 'sha256'::text])));
alter table trace.known_leaks add constraint known_leaks_pkey PRIMARY KEY (id);
alter table trace.known_leaks add constraint known_leaks_bits_check CHECK (((bits >= 7) AND (bits <= 31)));
alter table trace.name_openings add constraint name_openings_pkey PRIMARY KEY (trace, id);
alter table trace.name_openings add constraint name_openings_trace_fkey FOREIGN KEY (trace) REFERENCES trace.traces(id);
alter table trace.scope_certificates add constraint scope_certificates_hash_key UNIQUE (hash);
alter table trace.scope_certificates add constraint scope_certificates_pkey PRIMARY KEY (id);
alter table trace.scope_certificates add constraint scope_certificates_corrects_fkey FOREIGN KEY (corrects) REFERENCES trace.scope_certificates(id);
alter table trace.scope_certificates add constraint scope_certificates_trace_fkey FOREIGN KEY (trace) REFERENCES trace.traces(id);
alter table trace.scope_certificates add constraint scope_certificates_check CHECK ((num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) = ANY (ARRAY[0, 3])));
alter table trace.scope_certificates add constraint scope_certificates_check1 CHECK ((corrects <> id));
alter table trace.scope_certificates add constraint scope_certificates_hash_check CHECK ((length(hash) = 32));
alter table trace.scope_certificates add constraint scope_certificates_seed_check CHECK ((length(seed) = 32));
alter table trace.scope_certificates add constraint scope_certificates_withdrawn_because_check CHECK ((withdrawn_because = ANY (ARRAY['wrong_sample'::text, 'wrong_people'::text, 'wrong_time'::text, 'not_needed'::text])));
alter table trace.scope_signatures add constraint scope_signatures_certificate_staff_key UNIQUE (certificate, staff);
alter table trace.scope_signatures add constraint scope_signatures_pkey PRIMARY KEY (certificate, place);
alter table trace.scope_signatures add constraint scope_signatures_certificate_fkey FOREIGN KEY (certificate) REFERENCES trace.scope_certificates(id);
alter table trace.scope_signatures add constraint scope_signatures_place_check CHECK ((place = ANY (ARRAY[1, 2])));
alter table trace.shut_out add constraint shut_out_pkey PRIMARY KEY (trace, staff);
alter table trace.shut_out add constraint shut_out_trace_fkey FOREIGN KEY (trace) REFERENCES trace.traces(id);
alter table trace.traces add constraint traces_pkey PRIMARY KEY (id);
alter table trace.traces add constraint traces_check CHECK ((num_nonnulls(begun_by, begun_by_key) = 1));
alter table trace.traces add constraint traces_check1 CHECK ((num_nonnulls(failed_at, failure) = ANY (ARRAY[0, 2])));
alter table trace.traces add constraint traces_check2 CHECK ((num_nonnulls(shredded_at, shredded_by, shred_reason) = ANY (ARRAY[0, 3])));
alter table trace.traces add constraint traces_check3 CHECK (((key_ciphertext IS NULL) = (shredded_at IS NOT NULL)));
alter table trace.traces add constraint traces_digest_check CHECK ((length(digest) = 32));
alter table vault.answers add constraint answers_pkey PRIMARY KEY (client, id);
alter table vault.answers add constraint answers_said_check CHECK ((said = ANY (ARRAY['yes'::text, 'no'::text])));
alter table vault.asked_passes add constraint asked_passes_approval_key UNIQUE (approval);
alter table vault.asked_passes add constraint asked_passes_pkey PRIMARY KEY (id);
alter table vault.canaries add constraint canaries_pkey PRIMARY KEY (client);
alter table vault.canaries add constraint canaries_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text));
alter table vault.client_days add constraint client_days_pkey PRIMARY KEY (client, day);
alter table vault.clients add constraint clients_reference_index_key UNIQUE (reference_index);
alter table vault.clients add constraint clients_pkey PRIMARY KEY (client);
alter table vault.clients add constraint clients_class_check CHECK ((class = ANY (ARRAY['ordinary'::text, 'exposed'::text, 'colleague'::text])));
alter table vault.clients add constraint clients_country_check CHECK ((country ~ '^[A-Z]{2}$'::text));
alter table vault.contact_counts add constraint contact_counts_pkey PRIMARY KEY (client, ticket);
alter table vault.counts add constraint counts_pkey PRIMARY KEY (staff, day);
alter table vault.fields add constraint fields_pkey PRIMARY KEY (client, field, version);
alter table vault.former_ids add constraint former_ids_former_key UNIQUE (former);
alter table vault.former_ids add constraint former_ids_pkey PRIMARY KEY (client, former);
alter table vault.freezes add constraint freezes_pkey PRIMARY KEY (id);
alter table vault.freezes add constraint freezes_because_check CHECK ((because = ANY (ARRAY['doubt'::text, 'two_doubts'::text, 'contained'::text])));
alter table vault.freezes add constraint freezes_check CHECK (((kept_at IS NULL) = (kept_by IS NULL)));
alter table vault.gathered add constraint gathered_pkey PRIMARY KEY (only_row);
alter table vault.gathered add constraint gathered_only_row_check CHECK (only_row);
alter table vault.imports add constraint imports_pkey PRIMARY KEY (digest);
alter table vault.notices add constraint notices_pkey PRIMARY KEY (client, about);
alter table vault.notices add constraint notices_check CHECK ((((looks = 0) = (since IS NULL)) AND ((since IS NULL) = (last IS NULL))));
alter table vault.notices add constraint notices_contact_check CHECK ((contact = ANY (ARRAY['ticket'::text, 'emergency'::text, 'none'::text])));
alter table vault.pass_looks add constraint pass_looks_pkey PRIMARY KEY (client, event);
alter table vault.passes add constraint passes_approval_key UNIQUE (approval);
alter table vault.passes add constraint passes_pkey PRIMARY KEY (client, id);
alter table vault.passes add constraint passes_check CHECK (((staff <> approver) AND (reviewed_by <> staff) AND (reviewed_by <> approver)));
alter table vault.passes add constraint passes_check1 CHECK (((sealed_until IS NULL) = (sealed_because IS NULL)));
alter table vault.passes add constraint passes_check2 CHECK ((num_nonnulls(reviewed_at, reviewed_by, finding, review_note) = ANY (ARRAY[0, 4])));
alter table vault.passes add constraint passes_fields_check CHECK ((cardinality(fields) > 0));
alter table vault.passes add constraint passes_finding_check CHECK ((finding = ANY (ARRAY['right'::text, 'wrong'::text])));
alter table vault.passes add constraint passes_kind_check CHECK ((kind = ANY (ARRAY['break_glass'::text, 'restricted'::text])));
alter table vault.passes add constraint passes_sealed_because_check CHECK ((sealed_because = ANY (ARRAY['investigation'::text, 'legal_order'::text, 'personal_safety'::text])));
alter table vault.requests add constraint requests_pkey PRIMARY KEY (client, id);
alter table vault.requests add constraint requests_check CHECK ((num_nonnulls(approved_at, declined_at) <= 1));
alter table vault.requests add constraint requests_check1 CHECK ((num_nonnulls(approved_at, until) = ANY (ARRAY[0, 2])));
alter table vault.requests add constraint requests_check2 CHECK (((withdrawn_at IS NULL) OR (approved_at IS NOT NULL)));
alter table vault.requests add constraint requests_ended CHECK (((ended_at IS NULL) OR (approved_at IS NOT NULL)));
alter table vault.requests add constraint requests_fields_check CHECK ((cardinality(fields) > 0));
alter table vault.requests add constraint requests_proof CHECK ((num_nonnulls(statement, signature) =
CASE
    WHEN ((approved_at IS NULL) OR (withdrawn_at IS NOT NULL) OR (ended_at IS NOT NULL)) THEN 0
    ELSE 2
END));
alter table vault.uncontacted add constraint uncontacted_pkey PRIMARY KEY (staff);
alter table watch.cases add constraint cases_pkey PRIMARY KEY (id);
alter table watch.cases add constraint cases_closing CHECK ((num_nonnulls(closed_at, closed_by, finding, reason, read_until) = ANY (ARRAY[0, 5])));
alter table watch.cases add constraint cases_finding_check CHECK ((finding = ANY (ARRAY['explained'::text, 'confirmed'::text])));
alter table watch.cases add constraint cases_second_look CHECK ((num_nonnulls(second_look_at, second_look_by, second_look_agrees) = ANY (ARRAY[0, 3])));
alter table watch.containments add constraint containments_pkey PRIMARY KEY (id);
alter table watch.containments add constraint containments_case_fkey FOREIGN KEY ("case") REFERENCES watch.cases(id);
alter table watch.readings add constraint readings_pkey PRIMARY KEY (only_row);
alter table watch.readings add constraint readings_only_row_check CHECK (only_row);
alter table watch.signals add constraint signals_pkey PRIMARY KEY (staff, key);
alter table watch.signals add constraint signals_case_fkey FOREIGN KEY ("case") REFERENCES watch.cases(id);

CREATE INDEX actor_days_day ON ledger.actor_days USING btree (day);
CREATE INDEX answers_no ON vault.answers USING btree (staff) WHERE ((said = 'no'::text) AND (taken_back_at IS NULL));
CREATE INDEX approvals_approver ON accounts.approvals USING btree (approver, asked_at DESC);
CREATE INDEX approvals_asker ON accounts.approvals USING btree (asked_by, asked_at DESC);
CREATE INDEX approvals_open ON accounts.approvals USING btree (expires_at) WHERE ((refused_at IS NULL) AND (expired_at IS NULL) AND (withdrawn_at IS NULL) AND (used_at IS NULL));
CREATE INDEX asked_passes_client ON vault.asked_passes USING btree (client);
CREATE INDEX asked_passes_staff ON vault.asked_passes USING btree (staff, asked_at);
CREATE INDEX calls_agent ON calls.calls USING btree (agent, starts_at);
CREATE INDEX calls_id ON calls.calls USING btree (id);
CREATE INDEX calls_starts ON calls.calls USING btree (starts_at);
CREATE INDEX canaries_contact ON vault.canaries USING btree (contact_at) WHERE (contact_at IS NOT NULL);
CREATE INDEX cases_closed ON watch.cases USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX challenges_expiry ON accounts.challenges USING btree (expires_at);
CREATE INDEX changes_since ON calls.changes USING btree (changed_at);
CREATE INDEX claims_inbound ON calls.claims USING btree (inbound);
CREATE INDEX claims_recent ON calls.claims USING btree (claimed_at);
CREATE INDEX closings_due ON accounts.closings USING btree (closes_at) WHERE ((ended_at IS NULL) AND (closed_at IS NULL));
CREATE INDEX cosignatures_witness ON ledger.cosignatures USING btree (witness, size);
CREATE INDEX deliveries_due ON outbox.deliveries USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX deliveries_message ON outbox.deliveries USING btree (message);
CREATE INDEX directory_proposals_uploaded ON contacts.directory_proposals USING btree (uploaded_at DESC);
CREATE INDEX emails_taken ON accounts.emails USING btree (index) WHERE (ended_by IS NOT NULL);
CREATE INDEX erasures_client ON accounts.erasures USING btree (client) WHERE (client IS NOT NULL);
CREATE INDEX events_actor ON ledger.events USING btree (actor, occurred_at) INCLUDE (client, field, version);
CREATE INDEX events_time ON ledger.events USING brin (occurred_at) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX fields_index ON vault.fields USING btree (field, index, client) WHERE (index IS NOT NULL);
CREATE INDEX freezes_staff ON vault.freezes USING btree (staff) WHERE (lifted_at IS NULL);
CREATE INDEX guest_visits_ticket ON tickets.guest_visits USING btree (ticket);
CREATE INDEX inbound_legs_claimed ON calls.inbound_legs USING btree (claimed_by) WHERE (ended_at IS NULL);
CREATE INDEX inbound_legs_recent ON calls.inbound_legs USING btree (began_at);
CREATE INDEX indicators_standing ON tickets.indicators USING btree (standing, since);
CREATE INDEX instances_process ON ledger.instances USING btree (process);
CREATE INDEX legs_agent ON calls.legs USING btree (agent, started_at);
CREATE INDEX legs_call ON calls.legs USING btree (client, call, started_at);
CREATE INDEX legs_id ON calls.legs USING btree (id);
CREATE INDEX legs_live_until ON calls.legs USING btree (agent_until) WHERE (ended_at IS NULL);
CREATE INDEX legs_to_hang_up ON calls.legs USING btree (ended_at) WHERE ((provider_call IS NOT NULL) AND (provider_ended_at IS NULL));
CREATE INDEX links_id ON accounts.links USING btree (id);
CREATE INDEX links_id ON tickets.links USING btree (id);
CREATE INDEX messages_code ON outbox.messages USING btree (addressee_kind, addressee, code_index);
CREATE INDEX name_openings_at ON trace.name_openings USING btree (opened_at DESC);
CREATE INDEX named_requests_received ON platform.named_requests USING btree (received_at);
CREATE INDEX notices_untold ON vault.notices USING btree (since) WHERE (looks > 0);
CREATE INDEX pass_looks_pass ON vault.pass_looks USING btree (client, pass);
CREATE INDEX passes_given ON vault.passes USING btree (given_at) WHERE (kind = 'break_glass'::text);
CREATE INDEX passes_id ON vault.passes USING btree (id);
CREATE INDEX passes_open ON vault.passes USING btree (given_at) WHERE ((kind = 'break_glass'::text) AND (reviewed_at IS NULL));
CREATE INDEX passes_staff ON vault.passes USING btree (staff, given_at);
CREATE INDEX postings_article ON help.postings USING btree (language, slug);
CREATE INDEX prepared_editions_brief ON briefs.prepared_editions USING btree (brief, number);
CREATE INDEX provider_attempts_expiry ON accounts.provider_attempts USING btree (expires_at);
CREATE INDEX provider_events_taken ON calls.provider_events USING btree (taken_at);
CREATE INDEX recoveries_due ON accounts.recoveries USING btree (due_at) WHERE ((cancelled_at IS NULL) AND (done_at IS NULL));
CREATE INDEX request_counts_window ON platform.request_counts USING btree (window_start);
CREATE INDEX requests_ticket ON vault.requests USING btree (client, ticket);
CREATE INDEX scam_reports_ticket ON tickets.scam_reports USING btree (ticket);
CREATE INDEX scope_certificates_trace ON trace.scope_certificates USING btree (trace, drafted_at);
CREATE INDEX seen_mails_received ON tickets.seen_mails USING btree (received_at);
CREATE INDEX sessions_ended ON accounts.sessions USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX shut_out_staff ON trace.shut_out USING btree (staff);
CREATE INDEX sightings_indicator ON tickets.sightings USING btree (type, value);
CREATE INDEX signals_case ON watch.signals USING btree ("case");
CREATE INDEX sources_text ON briefs.sources USING btree (brief, sha256);
CREATE INDEX tickets_assignee ON tickets.tickets USING btree (assignee, updated_at) WHERE (status <> ALL (ARRAY['solved'::text, 'closed'::text]));
CREATE INDEX tickets_id ON tickets.tickets USING btree (id);
CREATE INDEX tickets_reference ON tickets.tickets USING btree (reference);
CREATE INDEX tickets_resolved ON tickets.tickets USING btree (assignee, status_since) WHERE (status = ANY (ARRAY['solved'::text, 'closed'::text]));
CREATE INDEX tickets_unassigned ON tickets.tickets USING btree (queue, waiting_since) WHERE ((assignee IS NULL) AND (status <> ALL (ARRAY['solved'::text, 'closed'::text])));
CREATE INDEX tickets_updated ON tickets.tickets USING btree (updated_at);
CREATE INDEX tickets_waiting ON tickets.tickets USING btree (COALESCE(waiting_since, 'infinity'::timestamp with time zone), id) WHERE (status <> ALL (ARRAY['solved'::text, 'closed'::text]));
CREATE INDEX traces_begun ON trace.traces USING btree (begun_at DESC, id);
CREATE INDEX traces_key_left ON trace.traces USING btree (shredded_at) WHERE ((shredded_at IS NOT NULL) AND (key_destroyed_at IS NULL));
CREATE INDEX traces_waiting ON trace.traces USING btree (asked_at) WHERE ((asked_at IS NOT NULL) AND (finished_at IS NULL) AND (failed_at IS NULL) AND (shredded_at IS NULL));
CREATE INDEX unproven_link ON tickets.unproven USING btree (link);
CREATE INDEX uploads_expires ON tickets.uploads USING btree (expires_at);
CREATE INDEX webhook_deliveries_due ON tickets.webhook_deliveries USING btree (webhook, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX webhook_deliveries_ended ON tickets.webhook_deliveries USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX words_trigrams ON help.words USING gin (word gin_trgm_ops);
CREATE UNIQUE INDEX account_locks_current ON accounts.account_locks USING btree (client) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX answers_about ON vault.answers USING btree (client, about, staff) WHERE (taken_back_at IS NULL);
CREATE UNIQUE INDEX calls_open ON calls.calls USING btree (client) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX calls_seat ON calls.calls USING btree (agent, starts_at) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX cases_open ON watch.cases USING btree (staff) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX claims_once ON calls.claims USING btree (client, inbound);
CREATE UNIQUE INDEX closings_open ON accounts.closings USING btree (client) WHERE ((ended_at IS NULL) AND (closed_at IS NULL));
CREATE UNIQUE INDEX containments_open ON watch.containments USING btree (staff) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX devices_secret ON accounts.devices USING btree (client, secret_hash) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX directory_proposals_published ON contacts.directory_proposals USING btree (key_id, version) WHERE (published_at IS NOT NULL);
CREATE UNIQUE INDEX emails_confirmed ON accounts.emails USING btree (index) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL));
CREATE UNIQUE INDEX fields_current ON vault.fields USING btree (client, field, viewer) NULLS NOT DISTINCT WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX legs_live ON calls.legs USING btree (client) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX master_keys_current ON accounts.master_keys USING btree (client) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX passkeys_credential ON accounts.passkeys USING btree (credential_id);
CREATE UNIQUE INDEX recoveries_open ON accounts.recoveries USING btree (client) WHERE ((cancelled_at IS NULL) AND (done_at IS NULL));
CREATE UNIQUE INDEX scope_certificates_corrects ON trace.scope_certificates USING btree (corrects) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX settings_locks_current ON accounts.settings_locks USING btree (client) WHERE (unlocked_at IS NULL);
CREATE UNIQUE INDEX staff_email ON accounts.staff USING btree (email) WHERE (left_at IS NULL);
CREATE UNIQUE INDEX staff_provider_subject ON accounts.staff USING btree (provider_subject) WHERE (left_at IS NULL);
CREATE UNIQUE INDEX staff_roles_current ON accounts.staff_roles USING btree (staff, role) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX withdrawal_addresses_index ON accounts.withdrawal_addresses USING btree (client, network, index) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX withdrawal_addresses_label ON accounts.withdrawal_addresses USING btree (client, lower(label)) WHERE (ended_at IS NULL);

CREATE OR REPLACE FUNCTION accounts.erase_client(erased uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from accounts.passkeys where client = erased;
  delete from accounts.passwords where client = erased;
  delete from accounts.authenticators where client = erased;
  delete from accounts.sign_ins where client = erased;
  delete from accounts.password_resets where client = erased;
  delete from accounts.recovery_codes where client = erased;
  delete from accounts.recoveries where client = erased;
  delete from accounts.closings where client = erased;
  delete from accounts.master_keys where client = erased;
  delete from accounts.withdrawal_addresses where client = erased;
  delete from accounts.settings_locks where client = erased;
  delete from accounts.account_locks where client = erased;
  delete from accounts.links where client = erased;
  delete from accounts.devices where client = erased;
  delete from accounts.sessions where holder = erased;
  delete from accounts.emails where client = erased;
  delete from accounts.factors where client = erased;
  delete from accounts.changes where client = erased;
  delete from accounts.clients where client = erased;
  update accounts.erasures set client = null where client = erased;
$function$
;
CREATE OR REPLACE FUNCTION calls.erase_client(erased uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from calls.signals where client = erased;
  delete from calls.claims where client = erased;
  delete from calls.legs where client = erased;
  delete from calls.calls where client = erased;
  delete from calls.changes where client = erased;
$function$
;
CREATE OR REPLACE FUNCTION ledger.append(process uuid, patient boolean, ids uuid[], kinds text[], kind_versions smallint[], times timestamp with time zone[], clients uuid[], actor_kinds text[], actors uuid[], fields text[], versions integer[], tickets uuid[], purposes text[], decisions text[], all_details text[], salts bytea[])
 RETURNS TABLE(event uuid, event_instance integer, event_instance_seq bigint, event_client_seq integer, event_previous_leaf bytea, event_commitment bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
#variable_conflict use_column
declare
  lane integer;
  last bigint;
begin
  -- Durable before it is acknowledged, whatever the session says.
  if current_setting('synchronous_commit') in ('off', 'local') then
    perform set_config('synchronous_commit', 'on', true);
  end if;

  select i.id, i.seq into lane, last from ledger.instances i
  where i.process = append.process order by i.id limit 1 for update skip locked;
  if lane is null then
    insert into ledger.instances as i (process, opened_at) values (append.process, times[1])
    returning i.id, i.seq into lane, last;
  end if;

  -- Who is about to add a client's head holds a lock that others can ask about: an insert beside an insert would wait.
  with new as materialized (
    select c from unnest(clients) as c
    where c <> '00000000-0000-0000-0000-000000000000'
      and not exists (select from ledger.client_heads h where h.client = c)
    order by c
  ), ours as materialized (
    select n.c from new n
    where case when patient then pg_advisory_xact_lock(hashtextextended(n.c::text, 0)) is not null
      else pg_try_advisory_xact_lock(hashtextextended(n.c::text, 0)) end
  )
  insert into ledger.client_heads (client) select o.c from ours o on conflict do nothing;
  if patient then
    perform from ledger.client_heads h where h.client = any (clients) order by h.client for update;
  end if;

  return query
  with heads as materialized (
    select h.client, h.seq, h.leaf from ledger.client_heads h
    where h.client = any (clients) order by h.client for update skip locked
  ), placed as (
    select g.*, h.seq + 1 as client_seq, h.leaf as previous_leaf,
      last + row_number() over (order by g.place) as instance_seq
    from unnest(ids, kinds, kind_versions, times, clients, actor_kinds, actors, fields, versions, tickets,
      purposes, decisions, all_details, salts) with ordinality as g (id, kind, kind_version, occurred_at, client,
      actor_kind, actor, field, version, ticket, purpose, decision, details, salt, place)
    left join heads h on h.client = g.client
    where h.client is not null or g.client = '00000000-0000-0000-0000-000000000000'
  ), hashed as materialized (
    select p.*, ledger.commitment(p.salt, p.id, p.kind, p.kind_version, p.occurred_at, p.client, p.actor_kind,
      p.actor, p.field, p.version, p.ticket, p.purpose, p.decision, p.details, lane, p.instance_seq,
      p.client_seq, p.previous_leaf) as commitment
    from placed p
  ), stored as (
    insert into ledger.events (client, occurred_at, id, actor, instance_seq, instance, client_seq, version,
      kind_version, actor_kind, kind, field, ticket, purpose, decision, details, salt)
    select h.client, h.occurred_at, h.id, h.actor, h.instance_seq, lane, h.client_seq, h.version,
      h.kind_version, h.actor_kind, h.kind, h.field, h.ticket, h.purpose, h.decision, h.details, h.salt
    from hashed h
  ), queued as (
    insert into ledger.pending (instance, instance_seq, commitment)
    select lane, h.instance_seq, h.commitment from hashed h
  ), chained as (
    update ledger.client_heads c set seq = h.client_seq, leaf = sha256('\x00'::bytea || h.commitment)
    from hashed h where c.client = h.client
  ), counted as (
    update ledger.instances i set seq = last + (select count(*) from hashed) where i.id = lane
  )
  select h.id, lane, h.instance_seq, h.client_seq, h.previous_leaf, h.commitment from hashed h;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.commitment(salt bytea, id uuid, kind text, kind_version smallint, occurred_at timestamp with time zone, client uuid, actor_kind text, actor uuid, field text, version integer, ticket uuid, purpose text, decision text, details text, instance integer, instance_seq bigint, client_seq integer, previous_leaf bytea)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN sha256(((((((((((((((((((sha256((salt || '\x6576656e74'::bytea)) || '\x01'::bytea) || ledger.part(uuid_send(id))) || ledger.part(convert_to(kind, 'UTF8'::name))) || ledger.part(int4send((kind_version)::integer))) || ledger.part(int8send(((EXTRACT(epoch FROM occurred_at) * (1000)::numeric))::bigint))) || ledger.part(uuid_send(NULLIF(client, '00000000-0000-0000-0000-000000000000'::uuid)))) || int4send(32)) || sha256(((sha256((salt || '\x6163746f72'::bytea)) || ledger.part(convert_to(actor_kind, 'UTF8'::name))) || ledger.part(uuid_send(NULLIF(actor, '00000000-0000-0000-0000-000000000000'::uuid)))))) || ledger.part(convert_to(field, 'UTF8'::name))) || ledger.part(int4send(version))) || ledger.part(uuid_send(ticket))) || ledger.part(convert_to(purpose, 'UTF8'::name))) || ledger.part(convert_to(decision, 'UTF8'::name))) || ledger.part(convert_to(details, 'UTF8'::name))) || ledger.part(int4send(instance))) || ledger.part(int8send(instance_seq))) || ledger.part(int4send(client_seq))) || ledger.part(previous_leaf)))
;
CREATE OR REPLACE FUNCTION ledger.count_actor_days(actors uuid[], days date[], kinds text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from ledger.actor_days d using unnest(actors, days) as a (actor, day)
  where d.day = a.day and d.actor = a.actor;
  insert into ledger.actor_days (day, actor, views, clients, fresh, seen, previous)
  select a.day, a.actor, released.views, released.clients, shown.fresh, shown.fresh + coalesce((
      select d.seen from ledger.actor_days d where d.actor = a.actor and d.day < a.day order by d.day desc limit 1
    ), 0), shown.previous
  from unnest(actors, days) as a (actor, day)
  cross join lateral (
    select count(*) as views, count(distinct r.client) as clients from ledger.releases r
    where r.actor = a.actor and r.kind = any (kinds)
      and r.occurred_at >= ledger.day_start(a.day) and r.occurred_at < ledger.day_start(a.day + 1)
  ) released
  cross join lateral (
    select count(*) filter (where l.day is null) as fresh,
      coalesce(array_agg(l.day order by l.day) filter (where l.day is not null), '{}') as previous
    from (
      select distinct e.client from ledger.events e
      where e.actor = a.actor and e.version is not null
        and e.occurred_at >= ledger.day_start(a.day) and e.occurred_at < ledger.day_start(a.day + 1)
    ) p
    left join lateral (
      select (e.occurred_at at time zone 'UTC')::date as day from ledger.events e
      where e.client = p.client and e.actor = a.actor and e.version is not null
        and e.occurred_at < ledger.day_start(a.day)
      order by e.occurred_at desc limit 1
    ) l on true
  ) shown
  where released.views > 0 or shown.fresh > 0 or shown.previous <> '{}';
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.day_start(day date)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((day)::timestamp without time zone AT TIME ZONE 'UTC'::text)
;
CREATE OR REPLACE FUNCTION ledger.door_erased(actor uuid, before timestamp with time zone)
 RETURNS TABLE(occurred_at timestamp with time zone, kind text)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT e.occurred_at,
     e.kind
    FROM (( SELECT DISTINCT i.occurred_at
            FROM ledger.events i
           WHERE ((i.actor = door_erased.actor) AND (i.occurred_at < door_erased.before) AND (i.client = '00000000-0000-0000-0000-000000000000'::uuid))
          OFFSET 0) t
      JOIN ledger.events e ON (((e.client = '00000000-0000-0000-0000-000000000000'::uuid) AND (e.occurred_at = t.occurred_at) AND (e.actor = door_erased.actor))))
   WHERE (e.details IS NULL);
END
;
CREATE OR REPLACE FUNCTION ledger.entry_of(instance integer, seq bigint, OUT index bigint, OUT commitment bytea)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  select last.first_index + entry_of.seq - last.first_seq into index from (
    select r.first_index, r.first_seq, r.events from ledger.runs r
    where r.instance = entry_of.instance and r.first_seq <= entry_of.seq order by r.first_seq desc limit 1
  ) last
  where entry_of.seq < last.first_seq + last.events;
  if index is null then
    select p.commitment into commitment from ledger.pending p
    where p.instance = entry_of.instance and p.instance_seq = entry_of.seq;
  else
    select substr(b.commitments, (entry_of.index % 256)::integer * 32 + 1, 32) into commitment
    from ledger.bundles b where b.index = entry_of.index / 256;
  end if;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.erase(erasure uuid, erased_at timestamp with time zone, owner uuid, ids uuid[], times timestamp with time zone[], clients uuid[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  said constant jsonb := ledger.said('ledger.erased', nobody, erasure, erased_at);
  is_client constant boolean := said->>'part' = 'client';
  releasing constant text[] := (select r.kinds from ledger.rolled_days r limit 1);
  counted_actors uuid[];
  counted_days date[];
  erased bigint;
begin
  if owner = nobody or jsonb_array_length(said->'events') <> cardinality(ids)
    or exists (select from unnest(ids) as id where not said->'events' ? ledger.event_id(id))
    or exists (select from unnest(clients) as client where is_client and client is distinct from owner)
  then
    raise exception 'the erasure lists other events' using errcode = 'HF005';
  end if;
  lock table ledger.rolled_days in share row exclusive mode;
  perform ledger.refuse_held(clients || owner);

  -- What these actors saw on those days changes, and on the next day on which they saw the same client. Where only the
  -- actor goes, nobody saw it from now on.
  select array_agg(c.actor), array_agg(c.day) into counted_actors, counted_days from (
    select distinct who.actor, r.day from unnest(ids, times, clients) as t (id, at, client)
    join ledger.events e on e.client = t.client and e.occurred_at = t.at and e.id = t.id
    cross join lateral (values ((t.at at time zone 'UTC')::date)) as own (day)
    cross join lateral (select e.actor union select nobody where not is_client) as who (actor)
    join ledger.rolled_days r on r.day in (own.day, ledger.seen_after(who.actor, t.client, own.day))
    where e.actor_kind = 'staff' and e.decision = 'allow' and e.client <> nobody
  ) c;

  if is_client then
    -- The next event of the chain holds the leaf of the one before, which can't be derived any more.
    with gone as materialized (
      select e.client_seq + 1 as seq, e.instance, e.instance_seq from unnest(ids, times) as t (id, at)
      join ledger.events e on e.client = owner and e.occurred_at = t.at and e.id = t.id
    ), follows as materialized (
      select e.occurred_at, e.id, e.client_seq from ledger.events e
      where e.client = owner and e.id <> all (ids) and e.client_seq = any (array(select g.seq from gone g))
    )
    update ledger.events n set previous_leaf = ledger.leaf_at(g.instance, g.instance_seq)
    from follows f join gone g on g.seq = f.client_seq
    where n.client = owner and n.occurred_at = f.occurred_at and n.id = f.id;

    update ledger.events e
    set client = nobody, actor = case when e.actor = owner then nobody else e.actor end, field = null, version = null,
      ticket = null, purpose = null, decision = null, details = null, salt = null, previous_leaf = null
    from unnest(ids, times) as t (id, at)
    where e.client = owner and e.occurred_at = t.at and e.id = t.id;
    get diagnostics erased = row_count;

    delete from ledger.sealed_entries s where s.client = owner and s.event = any (ids);
    delete from ledger.legal_holds h where h.client = owner and h.event = any (ids);
  else
    -- What is kept proves the event without naming who acted. Where the client's part is gone, nothing proves it.
    update ledger.events e
    set actor = nobody, salt = sha256(e.salt || 'event'::bytea),
      actor_commitment = coalesce(e.actor_commitment, sha256(
        sha256(e.salt || 'actor'::bytea) || ledger.part(convert_to(e.actor_kind, 'UTF8')) || ledger.part(uuid_send(e.actor))))
    from unnest(ids, times, clients) as t (id, at, client)
    where e.client = t.client and e.occurred_at = t.at and e.id = t.id and e.actor = owner;
    get diagnostics erased = row_count;
  end if;

  perform ledger.count_actor_days(counted_actors, counted_days, releasing);
  update ledger.actor_days d set seen = s.seen from (
    select o.actor, o.day, sum(o.fresh) over (partition by o.actor order by o.day) as seen
    from ledger.actor_days o where o.actor = any (counted_actors)
  ) s
  where d.actor = s.actor and d.day = s.day and d.seen <> s.seen;
  return erased;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.event_id(id uuid)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ('event_'::text || (SELECT string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz'::text, (((SUBSTRING((('00'::"bit")::bit varying || ((('x'::text || encode(uuid_send(event_id.id), 'hex'::text)))::bit(128))::bit varying) FROM ((5 * place.place) + 1) FOR 5))::bit(5))::integer + 1), 1), ''::text ORDER BY place.place) AS string_agg FROM generate_series(0, 25) place(place)))
;
CREATE OR REPLACE FUNCTION ledger.forget_client(client uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  perform ledger.refuse_held(array[forget_client.client]);
  if exists (select from ledger.events e where e.client = forget_client.client)
    or exists (select from ledger.events e where e.actor = forget_client.client)
  then
    raise exception 'the client has events' using errcode = 'HF005';
  end if;
  delete from ledger.client_heads where client = forget_client.client;
  delete from ledger.legal_holds where client = forget_client.client;
  delete from ledger.sealed_entries where client = forget_client.client;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.hold_lease(holder uuid, now timestamp with time zone, expires_at timestamp with time zone, trouble text)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 UPDATE ledger.lease l SET fence = (l.fence +
         CASE
             WHEN (NOT (l.holder IS DISTINCT FROM hold_lease.holder)) THEN 0
             ELSE 1
         END), holder = hold_lease.holder, expires_at = hold_lease.expires_at, trouble = hold_lease.trouble
   WHERE ((NOT (l.holder IS DISTINCT FROM hold_lease.holder)) OR (l.holder IS NULL) OR (l.expires_at <= hold_lease.now))
   RETURNING l.fence;
END
;
CREATE OR REPLACE FUNCTION ledger.leaf_at(instance integer, seq bigint)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN (SELECT sha256(('\x00'::bytea || e.commitment)) AS sha256 FROM ledger.entry_of(leaf_at.instance, leaf_at.seq) e(index, commitment))
;
CREATE OR REPLACE FUNCTION ledger.lift_hold(client uuid, hold uuid, event uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update ledger.legal_holds h set lifted_at = at
  where h.client = lift_hold.client and h.event = hold and h.lifted_at is null
    and ledger.said('ledger.hold_lifted', lift_hold.client, lift_hold.event, at)->>'hold' = ledger.event_id(hold);
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.lock_holds(client uuid)
 RETURNS void
 LANGUAGE sql
BEGIN ATOMIC
 SELECT pg_advisory_xact_lock(hashtextextended(('hold '::text || client), (0)::bigint)) AS pg_advisory_xact_lock;
END
;
CREATE OR REPLACE FUNCTION ledger.open_entry(client uuid, event uuid, at timestamp with time zone, entry uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update ledger.sealed_entries s set opened_at = at
  where s.client = open_entry.client and s.entry = open_entry.entry and s.opened_at is null
    and ledger.day_start(s.until) > at
    and ledger.said('ledger.entry_opened', open_entry.client, open_entry.event, at)->>'entry'
      = ledger.event_id(open_entry.entry);
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.part(value bytea)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (int4send(COALESCE(length(value), 0)) || COALESCE(value, '\x'::bytea))
;
CREATE OR REPLACE FUNCTION ledger.place_hold(client uuid, event uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT ledger.lock_holds(client) AS lock_holds;
 INSERT INTO ledger.legal_holds (client, event, reason, placed_at)
   VALUES (place_hold.client, place_hold.event, (ledger.said('ledger.hold_placed'::text, place_hold.client, place_hold.event, place_hold.at) ->> 'reason'::text), place_hold.at);
END
;
CREATE OR REPLACE FUNCTION ledger.prepare_erasure(part text, owner uuid, ids uuid[])
 RETURNS TABLE(event uuid, event_client uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  -- Always first: who waits here holds no client's chain.
  lock table ledger.rolled_days in share row exclusive mode;
  if part = 'client' then
    -- Who would begin the client's chain asks for this lock, see ledger.append; who goes on with it, for the next.
    perform pg_advisory_xact_lock(hashtextextended(owner::text, 0));
    perform from ledger.client_heads h where h.client = owner for update;
    return query
    select e.id, e.client from ledger.events e where e.client = owner and (ids is null or e.id = any (ids));
  else
    perform from ledger.client_heads h where h.client in (
      select e.client from ledger.events e where e.actor = owner and (ids is null or e.id = any (ids))
    ) order by h.client for update;
    return query
    select e.id, e.client from ledger.events e where e.actor = owner and (ids is null or e.id = any (ids));
  end if;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.publish(fence bigint, new_size bigint, signed_note text, now timestamp with time zone, keep boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform from ledger.lease l where l.fence = publish.fence for share;
  if not found then raise exception 'another process seals' using errcode = 'HF001'; end if;
  update ledger.tree t set signed_size = new_size, note = signed_note, signed_at = now
  where t.signed_size <= new_size and t.size >= new_size;
  if not found then raise exception 'no such head to sign' using errcode = 'HF002'; end if;
  if keep then
    insert into ledger.checkpoints (size, note, signed_at) values (new_size, signed_note, now)
    on conflict do nothing;
  end if;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.refuse_held(clients uuid[])
 RETURNS void
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if exists (select from ledger.legal_holds h where h.client = any (clients) and h.lifted_at is null) then
    raise exception 'a legal hold keeps it' using errcode = 'HF004';
  end if;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.roll_up(day date, kinds text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  starts constant timestamptz := ledger.day_start(day);
  ends constant timestamptz := ledger.day_start(day + 1);
  last date;
  total bigint;
  actors uuid[];
begin
  lock table ledger.rolled_days in share row exclusive mode;
  -- The sum first: what is committed meanwhile is missing in it, and is found by that.
  select count(*) into total from ledger.events e where e.occurred_at >= starts and e.occurred_at < ends;
  if (roll_up.day, roll_up.kinds, total) in (select r.day, r.kinds, r.events from ledger.rolled_days r) then
    return;
  end if;
  delete from ledger.rolled_days r where r.day >= roll_up.day or r.kinds <> roll_up.kinds;
  select max(r.day) into last from ledger.rolled_days r;
  if last < day - 1 then raise exception 'the day before isn''t counted' using errcode = 'HF007'; end if;
  delete from ledger.actor_days d where d.day > coalesce(last, '-infinity');

  select array_agg(distinct e.actor) into actors from ledger.events e
  where e.occurred_at >= starts and e.occurred_at < ends and e.actor_kind = 'staff' and e.decision = 'allow';
  perform ledger.count_actor_days(actors, array(select roll_up.day from unnest(actors)), roll_up.kinds);
  insert into ledger.rolled_days (day, kinds, events) values (roll_up.day, roll_up.kinds, total);
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.said(kind text, client uuid, event uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  details text;
begin
  select e.details into details from ledger.events e
  where e.client = said.client and e.occurred_at = said.at and e.id = said.event and e.kind = said.kind;
  if details is null then raise exception 'no % says so', kind using errcode = 'HF005'; end if;
  return details::jsonb;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.seal(fence bigint, old_size bigint, new_size bigint, bundle_indexes bigint[], bundle_commitments bytea[], tile_levels smallint[], tile_indexes bigint[], tile_hashes bytea[], run_instances integer[], run_seqs bigint[], run_events bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  written bigint;
  place bigint := old_size;
  waited bytea;
  given bytea;
begin
  -- On disk before its head is signed, whatever the session says: a signed head outlives the database's crash.
  if current_setting('synchronous_commit') in ('off', 'local') then
    perform set_config('synchronous_commit', 'on', true);
  end if;

  perform from ledger.lease l where l.fence = seal.fence for share;
  if not found then raise exception 'another process seals' using errcode = 'HF001'; end if;
  update ledger.tree set size = new_size where size = old_size and new_size > old_size;
  if not found then raise exception 'the tree is not % leaves large', old_size using errcode = 'HF002'; end if;

  -- Each is where the new leaves stand, and as wide as they make it: none is in the way of what is sealed later.
  if cardinality(bundle_indexes) is distinct from ((new_size - 1) >> 8) - (old_size >> 8) + 1 or exists (
    select from (
      select 0 as level, b.index, b.bytes from unnest(bundle_indexes, bundle_commitments) as b (index, bytes)
      union all
      select t.level, t.index, t.bytes from unnest(tile_levels, tile_indexes, tile_hashes) as t (level, index, bytes)
    ) n
    where (n.level < 7 and n.index >= old_size >> (8 * n.level + 8) and n.index * 256 < new_size >> (8 * n.level)
      and length(n.bytes) = 32 * least(256, (new_size >> (8 * n.level)) - n.index * 256)) is not true
  ) then
    raise exception 'these are not the bundles and tiles of % to % leaves', old_size, new_size using errcode = 'HF003';
  end if;

  with taken as (
    delete from ledger.pending p
    using unnest(run_instances, run_seqs, run_events) with ordinality as r (instance, seq, events, place)
    where p.instance = r.instance and p.instance_seq >= r.seq and p.instance_seq < r.seq + r.events
    returning r.place, p.instance_seq, p.commitment
  )
  select string_agg(t.commitment, ''::bytea order by t.place, t.instance_seq) into waited from taken t;
  select substr(string_agg(n.commitments, ''::bytea order by n.index), (old_size % 256)::integer * 32 + 1) into given
  from unnest(bundle_indexes, bundle_commitments) as n (index, commitments);
  if waited is distinct from given or (1 <= all (run_events)) is not true then
    raise exception 'these are not the events that wait' using errcode = 'HF008';
  end if;

  insert into ledger.bundles as b (index, commitments)
  select n.index, n.commitments from unnest(bundle_indexes, bundle_commitments) as n (index, commitments)
  on conflict (index) do update set commitments = excluded.commitments
  where substr(excluded.commitments, 1, length(b.commitments)) = b.commitments;
  get diagnostics written = row_count;
  if written < cardinality(bundle_indexes) then
    raise exception 'a bundle would lose an entry' using errcode = 'HF003';
  end if;

  insert into ledger.tiles as t (level, index, hashes)
  select n.level, n.index, n.hashes from unnest(tile_levels, tile_indexes, tile_hashes) as n (level, index, hashes)
  on conflict (level, index) do update set hashes = excluded.hashes
  where substr(excluded.hashes, 1, length(t.hashes)) = t.hashes;
  get diagnostics written = row_count;
  if written < cardinality(tile_levels) then
    raise exception 'a tile would lose a hash' using errcode = 'HF003';
  end if;

  for i in 1 .. cardinality(run_instances) loop
    -- A lane that goes on where the last leaf stopped makes its run longer: a quiet desk has one run.
    update ledger.runs r set events = r.events + run_events[i]
    where r.first_index = (select max(first_index) from ledger.runs)
      and r.instance = run_instances[i] and r.first_seq + r.events = run_seqs[i];
    if not found then
      insert into ledger.runs (first_index, instance, first_seq, events)
      values (place, run_instances[i], run_seqs[i], run_events[i]);
    end if;
    place := place + run_events[i];
  end loop;
  if place is distinct from new_size then raise exception 'the runs end at %, not %', place, new_size; end if;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.seal_entry(client uuid, event uuid, at timestamp with time zone, entry uuid, entry_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  said constant jsonb := ledger.said('ledger.entry_sealed', client, event, at);
  opens constant date := (said->>'until')::date;
  first ledger.sealed_entries;
begin
  select * into first from ledger.sealed_entries s
  where s.client = seal_entry.client and s.event = seal_entry.entry and s.entry = seal_entry.entry;
  if said->>'entry' <> ledger.event_id(entry)
    or not exists (select from ledger.events e where e.client = seal_entry.client and e.occurred_at = entry_at
      and e.id = entry and e.kind not in ('ledger.entry_sealed', 'ledger.entry_opened'))
    or first.opened_at is not null or ledger.day_start(first.until) <= at
    or ledger.day_start(opens) <= at
    or ledger.day_start(opens) > coalesce(first.sealed_at, at) + interval '720 hours'
  then
    raise exception 'that can''t be sealed' using errcode = 'HF006';
  end if;
  insert into ledger.sealed_entries (client, event, entry, sealed_at, until)
  values (client, entry, entry, at, opens), (client, event, entry, at, opens) on conflict do nothing;
  update ledger.sealed_entries s set until = opens
  where s.client = seal_entry.client and s.entry = seal_entry.entry;
end
$function$
;
CREATE OR REPLACE FUNCTION ledger.seen_after(actor uuid, client uuid, day date)
 RETURNS date
 LANGUAGE sql
 STABLE
RETURN (SELECT ((min(e.occurred_at) AT TIME ZONE 'UTC'::text))::date AS timezone FROM ledger.events e WHERE ((e.client = seen_after.client) AND (e.actor = seen_after.actor) AND (e.version IS NOT NULL) AND (e.occurred_at >= ledger.day_start((seen_after.day + 1)))))
;
CREATE OR REPLACE FUNCTION vault.erase_client(erased uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
  delete from vault.former_ids where client = erased;
  delete from vault.clients where client = erased;
$function$
;

grant insert, select, update on accounts.account_locks to holdfast_app;
grant insert, select, update on accounts.api_keys to holdfast_app;
grant insert, select, update on accounts.approvals to holdfast_app;
grant insert, select, update on accounts.authenticators to holdfast_app;
grant delete, insert, select on accounts.challenges to holdfast_app;
grant insert, select, update on accounts.changes to holdfast_app;
grant insert, select, update on accounts.clients to holdfast_app;
grant insert, select, update on accounts.closings to holdfast_app;
grant insert, select, update on accounts.devices to holdfast_app;
grant select on accounts.door_accounts to holdfast_app;
grant select on accounts.door_sessions to holdfast_app;
grant select on accounts.door_teams to holdfast_app;
grant delete, insert, select, update on accounts.emails to holdfast_app;
grant insert, select on accounts.erasures to holdfast_app;
grant insert, select, update on accounts.factors to holdfast_app;
grant delete, insert, select, update on accounts.links to holdfast_app;
grant insert, select, update on accounts.master_keys to holdfast_app;
grant insert, select, update on accounts.passkeys to holdfast_app;
grant delete, insert, select, update on accounts.password_resets to holdfast_app;
grant insert, select, update on accounts.passwords to holdfast_app;
grant delete, insert, select, update on accounts.provider_attempts to holdfast_app;
grant insert, select, update on accounts.recoveries to holdfast_app;
grant insert, select, update on accounts.recovery_codes to holdfast_app;
grant insert, select on accounts.screen_marks to holdfast_app;
grant delete, insert, select, update on accounts.sessions to holdfast_app;
grant insert, select, update on accounts.settings_locks to holdfast_app;
grant delete, insert, select, update on accounts.sign_ins to holdfast_app;
grant insert, select, update on accounts.staff to holdfast_app;
grant insert, select, update on accounts.staff_links to holdfast_app;
grant insert, select, update on accounts.staff_passkeys to holdfast_app;
grant insert, select, update on accounts.staff_roles to holdfast_app;
grant delete, insert, select, update on accounts.withdrawal_addresses to holdfast_app;
grant insert, select on briefs.assessments to holdfast_app;
grant insert, select on briefs.briefs to holdfast_app;
grant insert, select on briefs.claims to holdfast_app;
grant insert, select on briefs.decisions to holdfast_app;
grant insert, select on briefs.disputes to holdfast_app;
grant insert, select on briefs.draft_sentences to holdfast_app;
grant insert, select on briefs.drafts to holdfast_app;
grant insert, select on briefs.editions to holdfast_app;
grant insert, select on briefs.prepared_editions to holdfast_app;
grant insert, select on briefs.proposal_reviews to holdfast_app;
grant insert, select on briefs.publication_asks to holdfast_app;
grant insert, select on briefs.question_checks to holdfast_app;
grant insert, select on briefs.questions to holdfast_app;
grant insert, select on briefs.sources to holdfast_app;
grant insert, select on briefs.supports to holdfast_app;
grant insert, select on briefs.translated_sentences to holdfast_app;
grant insert, select on briefs.translations to holdfast_app;
grant delete, insert, select, update on calls.agents to holdfast_app;
grant insert, select, update on calls.calls to holdfast_app;
grant insert, select, update on calls.changes to holdfast_app;
grant insert, select, update on calls.claims to holdfast_app;
grant delete, insert, select, update on calls.holidays to holdfast_app;
grant insert, select, update on calls.inbound_legs to holdfast_app;
grant insert, select, update on calls.legs to holdfast_app;
grant delete, insert, select, update on calls.provider_events to holdfast_app;
grant delete, insert, select, update on calls.signals to holdfast_app;
grant insert, select on contacts.directory_proposals to holdfast_app;
grant delete, insert, select, update on help.articles to holdfast_app;
grant delete, insert, select, update on help.lexemes to holdfast_app;
grant delete, insert, select, update on help.postings to holdfast_app;
grant delete, insert, select, update on help.unanswered to holdfast_app;
grant delete, insert, select, update on help.votes to holdfast_app;
grant delete, insert, select, update on help.words to holdfast_app;
grant delete, insert, select, update on keys.client_keys to holdfast_app;
grant insert, select, update on keys.clients to holdfast_app;
grant insert, select, update on keys.index_keys to holdfast_app;
grant delete, insert, select, update on keys.keks to holdfast_app;
grant insert, select on keys.keykeeper to holdfast_app;
grant select on ledger.actor_days to holdfast_app;
grant select on ledger.bundles to holdfast_app;
grant select on ledger.checkpoints to holdfast_app;
grant select on ledger.client_heads to holdfast_app;
grant insert, select on ledger.cosignatures to holdfast_app;
grant select on ledger.door_days to holdfast_app;
grant select on ledger.door_events to holdfast_app;
grant select on ledger.door_head to holdfast_app;
grant select on ledger.door_places to holdfast_app;
grant select on ledger.door_releases to holdfast_app;
grant select on ledger.door_rolled to holdfast_app;
grant select on ledger.door_shown to holdfast_app;
grant select on ledger.events to holdfast_app;
grant select on ledger.instances to holdfast_app;
grant select on ledger.lease to holdfast_app;
grant select on ledger.legal_holds to holdfast_app;
grant select on ledger.pending to holdfast_app;
grant select on ledger.releases to holdfast_app;
grant select on ledger.rolled_days to holdfast_app;
grant select on ledger.runs to holdfast_app;
grant select on ledger.sealed_entries to holdfast_app;
grant select on ledger.tiles to holdfast_app;
grant select on ledger.tree to holdfast_app;
grant insert, select, update on ledger.verifications to holdfast_app;
grant delete, insert, select, update on outbox.deliveries to holdfast_app;
grant delete, insert, select on outbox.dev_mailbox to holdfast_app;
grant delete, insert, select, update on outbox.messages to holdfast_app;
grant insert, select on outbox.templates to holdfast_app;
grant insert, select on platform.editions to holdfast_app;
grant select on platform.installation to holdfast_app;
grant select on platform.migrations to holdfast_app;
grant delete, insert, select, update on platform.named_requests to holdfast_app;
grant delete, insert, select, update on platform.request_counts to holdfast_app;
grant delete, insert, select, update on tickets.addresses to holdfast_app;
grant delete, insert, select, update on tickets.attachment_openings to holdfast_app;
grant delete, insert, select, update on tickets.attachment_pages to holdfast_app;
grant delete, insert, select, update on tickets.attachments to holdfast_app;
grant select on tickets.door_contacts to holdfast_app;
grant select on tickets.door_words to holdfast_app;
grant delete, insert, select, update on tickets.guest_visits to holdfast_app;
grant delete, insert, select, update on tickets.indicators to holdfast_app;
grant delete, insert, select, update on tickets.links to holdfast_app;
grant delete, insert, select, update on tickets.mail_acknowledgements to holdfast_app;
grant delete, insert, select, update on tickets.mails to holdfast_app;
grant delete, insert, select, update on tickets.messages to holdfast_app;
grant delete, insert, select, update on tickets.queue_members to holdfast_app;
grant select on tickets.reported_indicators to holdfast_app;
grant delete, insert, select, update on tickets.scam_reports to holdfast_app;
grant delete, insert, select, update on tickets.seen_mails to holdfast_app;
grant delete, insert, select, update on tickets.sightings to holdfast_app;
grant delete, insert, select, update on tickets.stopped_messages to holdfast_app;
grant delete, insert, select, update on tickets.tickets to holdfast_app;
grant delete, insert, select, update on tickets.unproven to holdfast_app;
grant delete, insert, select, update on tickets.uploads to holdfast_app;
grant delete, insert, select, update on tickets.webhook_deliveries to holdfast_app;
grant delete, insert, select, update on tickets.webhook_messages to holdfast_app;
grant delete, insert, select, update on tickets.webhooks to holdfast_app;
grant delete, insert, select, update on tickets.writers to holdfast_app;
grant delete, insert, select on trace.contents to holdfast_app;
grant insert, select on trace.known_leak_entries to holdfast_app;
grant insert, select on trace.known_leaks to holdfast_app;
grant insert, select on trace.name_openings to holdfast_app;
grant insert, select on trace.scope_certificates to holdfast_app;
grant insert, select on trace.scope_signatures to holdfast_app;
grant insert, select on trace.shut_out to holdfast_app;
grant insert, select, update on trace.traces to holdfast_app;
grant insert, select, update on vault.answers to holdfast_app;
grant insert, select, update on vault.asked_passes to holdfast_app;
grant insert, select, update on vault.canaries to holdfast_app;
grant insert, select, update on vault.client_days to holdfast_app;
grant insert, select, update on vault.clients to holdfast_app;
grant insert, select, update on vault.contact_counts to holdfast_app;
grant insert, select, update on vault.counts to holdfast_app;
grant select on vault.door_canaries to holdfast_app;
grant select on vault.door_clients to holdfast_app;
grant select on vault.door_counts to holdfast_app;
grant select on vault.door_doubts to holdfast_app;
grant select on vault.door_fields to holdfast_app;
grant select on vault.door_former_ids to holdfast_app;
grant select on vault.door_frozen to holdfast_app;
grant select on vault.door_passes to holdfast_app;
grant select on vault.door_uncontacted to holdfast_app;
grant insert, select, update on vault.fields to holdfast_app;
grant insert, select on vault.former_ids to holdfast_app;
grant insert, select, update on vault.freezes to holdfast_app;
grant insert, select, update on vault.gathered to holdfast_app;
grant insert, select, update on vault.imports to holdfast_app;
grant insert, select, update on vault.notices to holdfast_app;
grant insert, select, update on vault.pass_looks to holdfast_app;
grant insert, select, update on vault.passes to holdfast_app;
grant insert, select, update on vault.requests to holdfast_app;
grant insert, select, update on vault.uncontacted to holdfast_app;
grant insert, select, update on watch.cases to holdfast_app;
grant insert, select, update on watch.containments to holdfast_app;
grant insert, select, update on watch.readings to holdfast_app;
grant insert, select, update on watch.signals to holdfast_app;
