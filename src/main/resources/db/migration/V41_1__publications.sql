-- What each platform is to hold of our lists, what it is known to hold, and its own numbers as proof. No person stands here.

create table publication (
    platform       text        not null,
    list           text        not null check (list in ('units', 'posts', 'agencies')),
    listing        text        not null,
    sender         text        not null check (sender ~ '^[0-9]{6}$'),
    -- what it is to show, canonical text by field; nothing where it is to show nothing
    content        jsonb,
    content_digest bytea       check (octet_length(content_digest) = 32),
    -- since when that is wanted
    wanted_at      timestamptz not null,
    -- what it confirmed to show; nothing where it shows nothing
    held_digest    bytea       check (octet_length(held_digest) = 32),
    -- its own number for the newest thing it confirmed, and when
    number         text,
    confirmed_at   timestamptz,
    -- something was sent since, and nobody knows whether it arrived
    unsure         boolean     not null default false,
    state          text        not null check (state in ('waiting', 'settled')),
    -- counts claims, and is the fencing token: who writes with an older number has lost its lease
    tries          integer     not null default 0,
    -- since something was last confirmed or wanted anew
    failures       integer     not null default 0,
    next_try_at    timestamptz not null,
    lease_until    timestamptz,
    last_error     text,
    primary key (platform, list, listing),
    check ((content is null) = (content_digest is null))
);
create index publication_due on publication (platform, next_try_at) where state = 'waiting';

-- Every confirmation, for ever: what was shown or taken back where, when, and under which number of theirs.
create table publication_proof (
    id             bigint      generated always as identity primary key,
    platform       text        not null,
    list           text        not null,
    listing        text        not null,
    act            text        not null check (act in ('show', 'withdraw')),
    content_digest bytea       check (octet_length(content_digest) = 32),
    number         text        not null,
    tries          integer     not null,
    confirmed_at   timestamptz not null,
    check ((act = 'show') = (content_digest is not null))
);
create index publication_proof_of on publication_proof (platform, list, listing);

-- A platform that takes nothing at the moment is left alone as a whole, whatever waits for it.
create table publication_pause (
    platform   text        primary key,
    failures   integer     not null,
    until      timestamptz not null,
    last_error text        not null,
    since      timestamptz not null
);

grant select, insert on publication to ${app_role};
grant update (sender, content, content_digest, wanted_at, held_digest, number, confirmed_at, unsure, state, tries, failures,
    next_try_at, lease_until, last_error) on publication to ${app_role};
create trigger publication_proof_only_grows before update or delete on publication_proof
    for each row execute function refuse_change();
create trigger publication_proof_keeps before truncate on publication_proof
    for each statement execute function refuse_change();
grant select, insert on publication_proof to ${app_role};
grant select, insert, update, delete on publication_pause to ${app_role};
