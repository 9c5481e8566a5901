-- A mail was said to be automatic here when a list passed it on or nobody was to answer it by itself, too; now it says that no person
-- wrote it, and then nobody waits for an answer. Of mails that came before, it isn't known: somebody may wait for an answer to each.
update tickets.mails set is_automatic = false where is_automatic;
