-- Contacts: changes of the directory of official contacts. An edition is signed elsewhere, proposed and agreed here, by two
-- people, and in force after a delay that everybody on the staff sees.

create schema contacts;

create table contacts.directory_proposals (
  id uuid primary key,
  key_id text not null,
  version integer not null check (version > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The signed edition, exactly as it would be published.
  signed text not null,
  uploaded_at timestamptz not null,
  -- Nobody, for one that a command on the server uploaded: then a person of the staff proposes it.
  proposed_at timestamptz,
  proposed_by uuid,
  approval uuid,
  agreed_at timestamptz,
  agreed_by uuid,
  -- Not before.
  effective_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  published_at timestamptz,
  check ((proposed_at is null) = (proposed_by is null) and (proposed_at is null) = (approval is null)),
  check ((agreed_at is null) = (agreed_by is null) and (agreed_at is null) = (effective_at is null)),
  check (agreed_at is null or proposed_at is not null),
  check (agreed_by is null or agreed_by <> proposed_by),
  check (published_at is null or (agreed_at is not null and withdrawn_at is null and published_at >= effective_at))
);

create index directory_proposals_uploaded on contacts.directory_proposals (uploaded_at desc);
create unique index directory_proposals_published on contacts.directory_proposals (key_id, version)
  where published_at is not null;

grant usage on schema contacts to holdfast_app;
grant select, insert on contacts.directory_proposals to holdfast_app;
grant update (proposed_at, proposed_by, approval, agreed_at, agreed_by, effective_at, withdrawn_at, withdrawn_by,
  published_at) on contacts.directory_proposals to holdfast_app;
