-- What the office does with a month beside approving and filing it. Rows are added, never changed.

-- 退回: an accepted return is sent back. It is answered by the unit's next revision, which nobody has to write down here.
create table submission_return (
    id         bigint      generated always as identity primary key,
    submission text        not null references submission,
    sender     text        not null check (sender ~ '^[0-9]{6}$'),
    period     text        not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    revision   integer     not null check (revision >= 1),
    reason     text        not null,
    words      text        not null check (char_length(words) between 4 and 500),
    by         text        not null,
    at         timestamptz not null,
    -- of its entry in the ledger: an approval that had not read so far does not hold any more
    position   bigint      not null unique
);
create index submission_return_period on submission_return (period);

-- 撤销退回
create table submission_return_undone (
    return_id bigint      primary key references submission_return,
    by        text        not null,
    at        timestamptz not null
);

-- 撤回审核
create table approval_withdrawal (
    approval bigint      primary key references approval,
    reason   text        not null,
    words    text        not null check (char_length(words) between 4 and 500),
    by       text        not null,
    at       timestamptz not null
);

-- 逾期说明、延期受理: stands beside the lateness and changes nothing of it. The newest of a unit and month counts.
create table late_exception (
    id         bigint      generated always as identity primary key,
    sender     text        not null check (sender ~ '^[0-9]{6}$'),
    period     text        not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    -- the last day on which the return is awaited
    until      date        not null,
    reason     text        not null,
    words      text        not null check (char_length(words) between 4 and 500),
    by         text        not null,
    at         timestamptz not null,
    position   bigint      not null unique
);
create index late_exception_period on late_exception (period, sender);

do $$
declare
    name text;
begin
    foreach name in array array['submission_return', 'submission_return_undone', 'approval_withdrawal', 'late_exception'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
            name || '_only_grows', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
end
$$;

-- The units are told.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('verdict', 'reminder', 'correction', 'marks', 'overlap', 'office'));

-- whose figures were approved although they had been sent back
alter table approval add column returned text not null default '';
