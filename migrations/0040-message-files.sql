-- The words of a message's text files, for the guard alone: it reads them with what is written later. They are sealed and
-- shredded as the message is.
alter table tickets.messages add column files_salt bytea, add column files_sealed bytea;
alter table tickets.messages add constraint messages_files_check
  check ((files_salt is null) = (files_sealed is null) and (files_salt is null or salt is not null));
