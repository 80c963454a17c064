-- Reminders to people (催报): letters that leave by mail, and what somebody wrote down after reminding by telephone.
-- What a system was told stands in notice.

create table reminder (
    id           bigint generated always as identity primary key,
    -- a reporting unit, or the province itself
    sender       text not null check (sender ~ '^[0-9]{6}$'),
    period       text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    stage        text not null check (stage in ('due-soon', 'due-today', 'overdue', 'by-hand')),
    -- of those by hand the how-manieth; the others are said once
    ordinal      integer not null default 0 check (ordinal >= 0),
    channel      text not null check (channel in ('mail', 'telephone')),
    role         text not null,
    addresses    text[] not null,
    subject      text not null,
    body         text not null,
    reminded_by  text not null,
    occurred_at  timestamptz not null,
    give_up_at   timestamptz not null,
    state        text not null check (state in ('waiting', 'delivered', 'given-up')),
    -- counts claims, and is the fencing token: who writes with an older number has lost its lease
    tries        integer not null default 0,
    next_try_at  timestamptz not null,
    lease_until  timestamptz,
    last_error   text,
    sent_at      timestamptz,
    unique (sender, period, stage, ordinal),
    check (stage = 'by-hand' or ordinal = 0)
);
create index reminder_open on reminder (next_try_at) where state = 'waiting';

grant select, insert on reminder to ${app_role};
-- What a reminder says never changes; only its way does.
grant update (state, tries, next_try_at, lease_until, last_error, sent_at) on reminder to ${app_role};
