-- Written by the tests (UPDATE_SCHEMA=1 npm test). Read this, not the migrations, to know the tables.

create extension pg_trgm schema public;

create schema help;
create schema platform;

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
create unlogged table platform.request_counts (
  bucket text not null,
  window_start timestamp with time zone not null,
  requests integer not null
);

alter table help.articles add constraint articles_pkey PRIMARY KEY (language, slug);
alter table help.lexemes add constraint lexemes_pkey PRIMARY KEY (language, lexeme);
alter table help.postings add constraint postings_pkey PRIMARY KEY (language, lexeme, slug) INCLUDE (impact);
alter table help.postings add constraint postings_language_slug_fkey FOREIGN KEY (language, slug) REFERENCES help.articles(language, slug) ON DELETE CASCADE;
alter table help.unanswered add constraint unanswered_pkey PRIMARY KEY (day, language, query);
alter table help.votes add constraint votes_pkey PRIMARY KEY (language, slug, day);
alter table help.words add constraint words_pkey PRIMARY KEY (language, word);
alter table platform.editions add constraint editions_pkey PRIMARY KEY (kind, key_id, version);
alter table platform.editions add constraint editions_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table platform.editions add constraint editions_version_check CHECK ((version > 0));
alter table platform.installation add constraint installation_pkey PRIMARY KEY (only_row);
alter table platform.installation add constraint installation_only_row_check CHECK (only_row);
alter table platform.migrations add constraint migrations_pkey PRIMARY KEY (name);
alter table platform.request_counts add constraint request_counts_pkey PRIMARY KEY (bucket, window_start);

CREATE INDEX postings_article ON help.postings USING btree (language, slug);
CREATE INDEX request_counts_window ON platform.request_counts USING btree (window_start);
CREATE INDEX words_trigrams ON help.words USING gin (word gin_trgm_ops);

grant delete, insert, select, update on help.articles to holdfast_app;
grant delete, insert, select, update on help.lexemes to holdfast_app;
grant delete, insert, select, update on help.postings to holdfast_app;
grant delete, insert, select, update on help.unanswered to holdfast_app;
grant delete, insert, select, update on help.votes to holdfast_app;
grant delete, insert, select, update on help.words to holdfast_app;
grant insert, select on platform.editions to holdfast_app;
grant select on platform.installation to holdfast_app;
grant select on platform.migrations to holdfast_app;
grant delete, insert, select, update on platform.request_counts to holdfast_app;
