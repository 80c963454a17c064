-- What goes to the ministry, what came back, and what went wrong on the way.

create table outbox (
    message_id   text primary key,
    period       text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    revision     integer not null check (revision >= 1),
    content_type text not null,
    body         bytea not null,
    signature    bytea not null,
    deadline     timestamptz not null,
    created_at   timestamptz not null,
    -- unconfirmed: it may have left us; it is asked about before it is sent again
    state        text not null default 'waiting'
                 check (state in ('waiting', 'unconfirmed', 'acknowledged', 'rejected')),
    -- counts claims, and is the fencing token: who writes with an older number has lost its lease
    tries        integer not null default 0,
    next_try_at  timestamptz not null,
    lease_until  timestamptz,
    last_error   text,
    alarmed_at   timestamptz,
    unique (period, revision)
);
create index outbox_open on outbox (next_try_at) where state in ('waiting', 'unconfirmed');

-- One message may be acknowledged more than once; the same acknowledgement is kept once.
create table acknowledgement (
    message_id         text not null references outbox,
    acknowledgement_id text not null,
    verdict            text not null check (verdict in ('accepted', 'rejected')),
    content            bytea not null,
    signature          bytea not null,
    received_at        timestamptz not null,
    recorded_at        timestamptz not null,
    primary key (message_id, acknowledgement_id)
);

create trigger acknowledgement_only_grows before update or delete on acknowledgement
    for each row execute function refuse_change();
create trigger acknowledgement_keeps before truncate on acknowledgement
    for each statement execute function refuse_change();

-- Something a person must look at. The same thing again is counted, not listed again.
create table incident (
    id        bigint generated always as identity primary key,
    kind      text not null,
    subject   text not null,
    detail    text not null check (length(detail) <= 500),
    evidence  bytea,
    times     integer not null default 1,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    unique (kind, subject, detail)
);

grant select, insert on outbox, acknowledgement, incident to ${app_role};
-- What was filed never changes; only its way to the ministry does.
grant update (state, tries, next_try_at, lease_until, last_error, alarmed_at) on outbox to ${app_role};
grant update (times, last_at) on incident to ${app_role};
