-- What the sources' own systems are told, and how far each notice has come.

create table notice (
    -- the order in which things happened, and in which one unit's notices are sent
    sequence     bigint generated always as identity primary key,
    id           text not null unique,
    source       text not null,
    kind         text not null check (kind in ('verdict', 'reminder', 'correction')),
    -- the one thing told; a source is told of it once
    subject      text not null,
    sender       text check (sender ~ '^[0-9]{6}$'),
    period       text check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    body         bytea not null,
    occurred_at  timestamptz not null,
    give_up_at   timestamptz not null,
    state        text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
    -- counts claims, and is the fencing token: who writes with an older number has lost its lease
    tries        integer not null default 0,
    next_try_at  timestamptz not null,
    lease_until  timestamptz,
    last_error   text,
    delivered_at timestamptz,
    unique (source, subject)
);
create index notice_open on notice (source, sequence) where state = 'waiting';

-- An address that said it is gone; nothing goes there until it changes or somebody replays a notice.
create table webhook_pause (
    source text primary key,
    url    text not null,
    since  timestamptz not null
);

grant select, insert on notice, webhook_pause to ${app_role};
-- What a notice says never changes; only its way does.
grant update (state, tries, next_try_at, give_up_at, lease_until, last_error, delivered_at) on notice to ${app_role};
grant update (url, since), delete on webhook_pause to ${app_role};
