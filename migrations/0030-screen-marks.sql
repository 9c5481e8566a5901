-- The screen mark: which number in a mark means which session of the staff. None is ever changed or removed.

create table accounts.screen_marks (
  -- 32 random bits.
  number bigint primary key check (number >= 0 and number < 4294967296),
  staff uuid not null,
  session uuid not null unique,
  marked_at timestamptz not null,
  -- Says the same in the ledger; a number without it means nobody.
  event uuid not null
);

grant select, insert on accounts.screen_marks to holdfast_app;
