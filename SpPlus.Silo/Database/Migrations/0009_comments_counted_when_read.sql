-- Comments are by far the most frequent facts: a counter in the row was written again with each batch of them, and is read on a
-- page of twenty. It is counted there, from the journal.
alter table read.experiences drop column comment_count;
