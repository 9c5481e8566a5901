-- What of a brief is told in public: drafts, editions as two people agreed to them, and what readers dispute. Nothing is ever changed or removed.

-- A brief's sentences as somebody wrote them; each time they are all written anew.
create table briefs.drafts (
  brief uuid not null references briefs.briefs (id),
  number integer not null,
  drafted_at timestamptz not null,
  drafted_by uuid not null,
  primary key (brief, number)
);

create table briefs.draft_sentences (
  brief uuid not null,
  draft integer not null,
  place integer not null,
  section text not null,
  -- The question that it answers, in the section of those alone.
  question text check ((question is not null) = (section = 'faq')),
  text text not null,
  -- Numbers of claims: no sentence is kept without one.
  claims integer[] not null check (cardinality(claims) > 0),
  primary key (brief, draft, place),
  foreign key (brief, draft) references briefs.drafts (brief, number)
);

-- The bytes that somebody wants to publish, as the check let them through.
create table briefs.prepared_editions (
  id uuid primary key,
  brief uuid not null references briefs.briefs (id),
  number integer not null check (number > 0),
  body text not null,
  sha256 bytea not null check (length(sha256) = 32),
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  unique (id, brief, number)
);

create index prepared_editions_brief on briefs.prepared_editions (brief, number);

-- Somebody signed in asked for them to be published; a second person decides.
create table briefs.publication_asks (
  approval uuid primary key,
  edition uuid not null references briefs.prepared_editions (id),
  asked_at timestamptz not null,
  asked_by uuid not null
);

-- What is public. Each number of a brief is given once.
create table briefs.editions (
  brief uuid not null,
  number integer not null,
  edition uuid not null,
  published_at timestamptz not null,
  -- The event that has its hash.
  event uuid not null,
  approval uuid not null references briefs.publication_asks (approval),
  primary key (brief, number),
  foreign key (edition, brief, number) references briefs.prepared_editions (id, brief, number)
);

-- A question can come from a reader, whom nobody knows.
alter table briefs.questions alter column added_by drop not null;

-- What a reader disputes, without the secrets of it. It is never published.
create table briefs.disputes (
  brief uuid not null,
  question uuid not null,
  number integer not null,
  claim uuid not null,
  words text not null,
  disputed_at timestamptz not null,
  primary key (brief, question, number),
  foreign key (brief, question) references briefs.questions (brief, id),
  foreign key (brief, claim) references briefs.claims (brief, id)
);

grant select, insert on briefs.drafts, briefs.draft_sentences, briefs.prepared_editions, briefs.publication_asks, briefs.editions,
  briefs.disputes to holdfast_app;
