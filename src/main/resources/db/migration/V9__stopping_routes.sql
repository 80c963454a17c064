-- Since when a source's route waits for what is under way in it, to be replaced by its next version or to go.

alter table source_turn add column stopping_since timestamptz;
