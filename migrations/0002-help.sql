-- Help: the articles as they are searched, and what readers tell us about them. The articles' source is content/help.

create schema help;

-- Trusted since PostgreSQL 13: whoever may create in the database may install it.
create extension if not exists pg_trgm with schema public;

create table help.articles (
  language text not null,
  slug text not null,
  content_hash text not null,
  category text not null,
  title text not null,
  summary text not null,
  body text not null,
  published_at timestamptz not null,
  primary key (language, slug)
);

-- An inverted index that knows how much a lexeme matters in an article: PostgreSQL's own ranking
-- can't tell a rare word from one that is in every article.
create table help.postings (
  language text not null,
  lexeme text not null,
  slug text not null,
  impact real not null,
  primary key (language, lexeme, slug) include (impact),
  foreign key (language, slug) references help.articles (language, slug) on delete cascade
);

create index postings_article on help.postings (language, slug);

-- In how many articles a lexeme is.
create table help.lexemes (
  language text not null,
  lexeme text not null,
  articles integer not null,
  primary key (language, lexeme)
);

-- The words of the articles as they are written: what a mistyped word is compared with.
create table help.words (
  language text not null,
  word text not null,
  primary key (language, word)
);

create index words_trigrams on help.words using gin (word public.gin_trgm_ops);

-- "Was this helpful?", counted per day. Nothing says who answered.
create table help.votes (
  language text not null,
  slug text not null,
  day date not null,
  helpful integer not null default 0,
  unhelpful integer not null default 0,
  primary key (language, slug, day)
);

-- Questions that found nothing, without anything that could be a person's data or a secret.
create table help.unanswered (
  day date not null,
  language text not null,
  query text not null,
  times integer not null,
  primary key (day, language, query)
);

grant usage on schema help to holdfast_app;
grant select, insert, update, delete on
  help.articles, help.postings, help.lexemes, help.words, help.votes, help.unanswered to holdfast_app;
