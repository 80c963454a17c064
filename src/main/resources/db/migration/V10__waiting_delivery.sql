-- Large deliveries: kept before anybody reads them, answered with their address, and worked off one by one.
-- The row stays, so that its address always leads somewhere; the verdict is a row of submission with the same id.

create table waiting_delivery (
    id                text        primary key,
    -- the order in which they came
    sequence          bigint      generated always as identity unique,
    source            text        not null,
    -- whose key it was; asked again before the delivery is read
    holder            text        not null,
    said_senders      text        not null,
    said_period       text        not null,
    dataset           text        not null,
    door              text        not null,
    media_type        text        not null,
    file_name         text,
    received_at       timestamptz not null,
    digest            bytea       not null references received_content (digest),
    size              bigint      not null check (size >= 0),
    sender_signature  bytea,
    idempotency_key   text,
    state             text        not null default 'received' check (state in ('received', 'working', 'decided')),
    -- counts claims, and is the fencing token: who writes with an older number has lost its lease
    tries             integer     not null default 0,
    next_try_at       timestamptz not null,
    lease_until       timestamptz,
    started_at        timestamptz,
    last_error        text,
    -- what the call would have been answered with at once, word for word, and the submission that speaks of it
    answer_status     integer,
    answer            bytea,
    submission        text,
    check ((state = 'decided') = (answer is not null and answer_status is not null))
);
create index waiting_delivery_open on waiting_delivery (sequence) where state <> 'decided';
create unique index waiting_delivery_key on waiting_delivery (source, idempotency_key)
    where state <> 'decided' and idempotency_key is not null;
-- the same bytes again, while they are in work, are the same delivery
create unique index waiting_delivery_once on waiting_delivery
    (source, said_senders, said_period, dataset, media_type, digest, sha256(coalesce(sender_signature, ''::bytea)))
    where state <> 'decided';

grant select, insert on waiting_delivery to ${app_role};
-- What came never changes; only its way to a verdict does.
grant update (state, tries, next_try_at, lease_until, started_at, last_error, answer_status, answer, submission)
    on waiting_delivery to ${app_role};
