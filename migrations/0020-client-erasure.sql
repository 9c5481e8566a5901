-- Erasing a client takes two people: what was asked stands here until it is done. Then the client's id is gone here too.

create table accounts.erasures (
  id uuid primary key,
  -- Gone when it is done.
  client uuid,
  reason text not null,
  asked_by uuid not null references accounts.staff (staff),
  asked_at timestamptz not null
);

create index erasures_client on accounts.erasures (client) where client is not null;

grant select, insert on accounts.erasures to holdfast_app;

-- Everything that accounts keep of a client goes at once, or nothing: the app may delete none of it by itself.
create function accounts.erase_client(erased uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  delete from accounts.passkeys where client = erased;
  delete from accounts.passwords where client = erased;
  delete from accounts.authenticators where client = erased;
  delete from accounts.sign_ins where client = erased;
  delete from accounts.password_resets where client = erased;
  delete from accounts.recovery_codes where client = erased;
  delete from accounts.recoveries where client = erased;
  delete from accounts.closings where client = erased;
  delete from accounts.master_keys where client = erased;
  delete from accounts.withdrawal_addresses where client = erased;
  delete from accounts.settings_locks where client = erased;
  delete from accounts.account_locks where client = erased;
  delete from accounts.links where client = erased;
  delete from accounts.devices where client = erased;
  delete from accounts.sessions where holder = erased;
  delete from accounts.emails where client = erased;
  delete from accounts.factors where client = erased;
  delete from accounts.changes where client = erased;
  delete from accounts.clients where client = erased;
  update accounts.erasures set client = null where client = erased;
$$;

revoke execute on function accounts.erase_client from public;
grant execute on function accounts.erase_client to holdfast_app;
