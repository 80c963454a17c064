-- What was last taken from each place of a source's server, and how each source's last turns ended.

create table taken (
    source    text        not null,
    -- a file's name, or the address or view that was read
    name      text        not null,
    size      bigint      not null check (size >= 0),
    -- an entity tag, or a file's time in milliseconds
    version   text,
    digest    bytea       not null check (octet_length(digest) = 32),
    taken_at  timestamptz not null,
    primary key (source, name)
);
grant select, insert, update on taken to ${app_role};

create table source_turn (
    source     text        primary key,
    ended_at   timestamptz,
    failed_at  timestamptz,
    failure    text,
    next_at    timestamptz
);
grant select, insert, update on source_turn to ${app_role};
