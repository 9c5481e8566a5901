-- What a canary asks, one after the other, each once: nobody real asks again in the very same words.
alter table vault.canaries add column questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array');

update vault.canaries set questions = jsonb_build_array(question) where question is not null;

alter table vault.canaries drop column question;
