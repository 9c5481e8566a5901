-- A recovery code that lives again because a change was taken back by a link: it begins a recovery, and does nothing else.
alter table accounts.recovery_codes add column revived_at timestamptz;

-- A lock stops the closing of its account; before now it only held it up.
update accounts.closings c set ended_at = a.locked_at, ended_by = a.locked_by
from accounts.account_locks a
where a.client = c.client and a.lifted_at is null and c.ended_at is null and c.closed_at is null;
