-- Which key set it: where that key is withdrawn, or not known (set before this migration), nothing is posted until the recipient sets it again.
alter table delivery.webhook add column kid text;
