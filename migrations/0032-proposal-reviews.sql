-- What a person made of what rules found in a source: a claim, or nothing. It isn't shown as new again.
create table briefs.proposal_reviews (
  brief uuid not null,
  source uuid not null,
  -- SHA-256 of what was proposed: the rule, the passage and the value.
  proposal bytea not null check (length(proposal) = 32),
  -- The claim that was made of it; none, and it was refused.
  claim uuid,
  reviewed_at timestamptz not null,
  reviewed_by uuid not null,
  primary key (brief, source, proposal),
  foreign key (brief, source) references briefs.sources (brief, id),
  foreign key (brief, claim) references briefs.claims (brief, id)
);

grant select, insert on briefs.proposal_reviews to holdfast_app;
