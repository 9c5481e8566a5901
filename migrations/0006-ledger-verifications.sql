-- What the last replay of the whole log found: src/ledger/verifying. One row, for the Log page.
create table ledger.verifications (
  only_row boolean primary key default true check (only_row),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  -- Leaves of the tree, and how many of them a signed head and a quorum of witnesses vouch for.
  size bigint not null,
  vouched_size bigint not null,
  witnessed_size bigint not null,
  findings bigint not null,
  -- [{code, sentence, at}, ...]
  first_findings jsonb not null
);

grant select, insert, update on ledger.verifications to holdfast_app;
