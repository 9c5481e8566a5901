-- What a client had as a copy without an account, before an import brought the account: its values stay with the client as former
-- ones, unreadable since the copy's keys are gone, so that who was shown them is found. The ledger has those looks under the copy's id.
alter table vault.fields add column former uuid;

create or replace view vault.door_fields as
select client, field, version, viewer, valid_from, valid_to, mask, index, fingerprint, former from vault.fields;

create view vault.door_former_ids as select client, former from vault.former_ids;

grant select on vault.door_former_ids to holdfast_app;
