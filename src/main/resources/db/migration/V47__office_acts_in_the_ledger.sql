-- The position of each act's entry in the ledger. Acts from before have none, and of them the audit alone tells; no new one goes without.
alter table approval add column entry bigint unique;
alter table submission_return_undone add column entry bigint unique;
-- one act may take several approvals back
alter table approval_withdrawal add column entry bigint;
create index approval_withdrawal_entry on approval_withdrawal (entry);

alter table approval add constraint approval_has_entry check (entry is not null) not valid;
alter table submission_return_undone add constraint submission_return_undone_has_entry check (entry is not null) not valid;
alter table approval_withdrawal add constraint approval_withdrawal_has_entry check (entry is not null) not valid;
