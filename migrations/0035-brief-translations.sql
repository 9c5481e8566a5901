-- Translations of a draft's sentences: each is bound to the sentence that it translates, and stands on its claims.

create table briefs.translations (
  brief uuid not null,
  draft integer not null,
  language text not null check (language in ('de', 'fr', 'es')),
  -- The last one holds.
  number integer not null,
  translated_at timestamptz not null,
  translated_by uuid not null,
  primary key (brief, draft, language, number),
  foreign key (brief, draft) references briefs.drafts (brief, number)
);

create table briefs.translated_sentences (
  brief uuid not null,
  draft integer not null,
  language text not null,
  number integer not null,
  place integer not null,
  question text,
  text text not null,
  primary key (brief, draft, language, number, place),
  foreign key (brief, draft, language, number) references briefs.translations (brief, draft, language, number),
  foreign key (brief, draft, place) references briefs.draft_sentences (brief, draft, place)
);

grant select, insert on briefs.translations, briefs.translated_sentences to holdfast_app;
