-- Marks and overlaps are told of too.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('verdict', 'reminder', 'correction', 'marks', 'overlap'));
