-- Briefs: what is known of an incident, who says so, and what somebody decided on it. Nothing here is ever changed or removed.

create schema briefs;
grant usage on schema briefs to holdfast_app;

create table briefs.briefs (
  id uuid primary key,
  title text not null,
  -- What the firm that it is about is called: its word is the firm's.
  firm text not null,
  -- Who writes it: the firm itself, or somebody else.
  author_role text not null check (author_role in ('firm', 'third_party')),
  opened_at timestamptz not null,
  opened_by uuid not null
);

-- A publication as it was captured.
create table briefs.sources (
  brief uuid not null references briefs.briefs (id),
  id uuid not null,
  name text not null,
  kind text not null,
  url text,
  publisher text,
  -- In EDTF.
  published text,
  captured_at timestamptz not null,
  capture text not null check (capture in ('text', 'facts')),
  text text not null,
  sha256 bytea not null check (length(sha256) = 32),
  flags text[] not null,
  kept_at timestamptz not null,
  kept_by uuid not null,
  primary key (brief, id),
  unique (brief, name)
);

create index sources_text on briefs.sources (brief, sha256);

-- How far somebody trusts a source, and where it has its story from; the last one holds.
create table briefs.assessments (
  brief uuid not null,
  source uuid not null,
  number integer not null,
  reliability text not null check (reliability in ('reliable', 'unrated', 'doubtful', 'invented')),
  origin text,
  because text not null,
  assessed_at timestamptz not null,
  assessed_by uuid not null,
  primary key (brief, source, number),
  foreign key (brief, source) references briefs.sources (brief, id)
);

create table briefs.claims (
  brief uuid not null references briefs.briefs (id),
  id uuid not null,
  -- What a permalink says.
  number integer not null,
  slot text not null,
  subject text not null,
  value jsonb not null,
  denied boolean not null,
  possible boolean not null,
  verb text check (verb in ('viewed', 'exposed', 'copied', 'published')),
  speaker text not null,
  -- Who wrote it down: a person, our rules, or a model.
  author jsonb not null,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (brief, id),
  unique (brief, number)
);

-- The passage of a source that says what a claim says.
create table briefs.supports (
  brief uuid not null,
  claim uuid not null,
  number integer not null,
  source uuid not null,
  exact text not null,
  prefix text not null,
  suffix text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (brief, claim, number),
  foreign key (brief, claim) references briefs.claims (brief, id),
  foreign key (brief, source) references briefs.sources (brief, id)
);

-- What was decided on a claim; the last one holds.
create table briefs.decisions (
  brief uuid not null,
  claim uuid not null,
  number integer not null,
  status text not null check (status in ('proposed', 'firm_says', 'confirmed', 'disputed', 'open', 'refuted', 'superseded', 'withdrawn')),
  visibility text not null check (visibility in ('internal', 'public')),
  reason text not null,
  "into" uuid,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (brief, claim, number),
  foreign key (brief, claim) references briefs.claims (brief, id),
  foreign key (brief, "into") references briefs.claims (brief, id),
  check (("into" is not null) = (status = 'superseded'))
);

-- What isn't known, who could answer, and where it stood.
create table briefs.questions (
  brief uuid not null references briefs.briefs (id),
  id uuid not null,
  number integer not null,
  text text not null,
  slot text not null,
  subject text not null,
  who_could_answer text,
  -- In EDTF.
  asked_on text not null,
  source uuid,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (brief, id),
  unique (brief, number),
  foreign key (brief, source) references briefs.sources (brief, id)
);

-- Somebody looked whether a question is answered.
create table briefs.question_checks (
  brief uuid not null,
  question uuid not null,
  number integer not null,
  -- The claim that answers it; none, and it is still open.
  claim uuid,
  checked_at timestamptz not null,
  checked_by uuid not null,
  primary key (brief, question, number),
  foreign key (brief, question) references briefs.questions (brief, id),
  foreign key (brief, claim) references briefs.claims (brief, id)
);

grant select, insert on all tables in schema briefs to holdfast_app;
