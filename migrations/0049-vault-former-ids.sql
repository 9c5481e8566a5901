-- A client who was known without an account, and has turned out to have one: the vault's record goes on under the account's id.
-- What the ledger has under the former one stays the client's to see.
create table vault.former_ids (
  client uuid not null,
  former uuid not null unique,
  since timestamptz not null,
  primary key (client, former)
);

grant select, insert on vault.former_ids to holdfast_app;

create or replace function vault.erase_client(erased uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
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
$$;
