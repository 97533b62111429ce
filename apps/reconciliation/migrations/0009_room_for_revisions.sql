-- A message revises figures that lie together. Where half of a page is free the new row of each goes beside the old one, and no index
-- needs an entry for it: a third of the work, a sixth of the log. Pages that are full already gain it as they are written anew.
alter table reconciliation.statement set (fillfactor = 50);
alter table reconciliation.pair set (fillfactor = 50);
