-- Words are long and rarely change; statuses and counters change with every command. Kept out of the row, the words are not
-- copied each time, and the room left in each page lets the new version of a row lie beside the old one, its indexes untouched.
alter table read.experiences set (toast_tuple_target = 128, fillfactor = 70);
alter table read.standings set (toast_tuple_target = 128, fillfactor = 70);
