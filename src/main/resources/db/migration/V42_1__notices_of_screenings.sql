-- Screenings are told of too. What else may be told of is said in NoticeKind, and stays as it is here.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('verdict', 'reminder', 'correction', 'marks', 'overlap', 'office', 'screening'));
