-- What is expected of a pair lies beside its origin's figure, in the file of that side: files of full rounds are made anew.
delete from reconciliation.round_file;
