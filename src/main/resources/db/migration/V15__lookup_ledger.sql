-- The look-up ledger: every question to a registry, before it is asked. One chain of lines for each registry, so that the registry's
-- own book can be laid beside it. A person stands here as a token only; the lines hold no more than a salted commitment to them.

create table registry_lookup (
    registry     text        not null,
    -- from 1, without gaps
    number       bigint      not null check (number >= 1),
    at           timestamptz not null,
    purpose      text        not null,
    snapshot     text        not null,
    -- what the registry knows the question by; the same when it is sent again
    reference    text        not null,
    -- of the commitments; stands in no line
    salt         bytea       not null check (octet_length(salt) = 16),
    people       integer     not null check (people >= 0),
    -- the same question again: its answer got lost, or was none
    repeated     boolean     not null,
    -- canonical JSON, as it is exported; has the digest of the line before
    line         text        not null,
    -- SM3 of the line
    digest       bytea       not null check (octet_length(digest) = 32),
    primary key (registry, number)
);
create index registry_lookup_at on registry_lookup (registry, at);

-- Under which reference somebody was asked for, so that nobody is asked for under two.
create table registry_lookup_person (
    registry     text   not null,
    purpose      text   not null,
    snapshot     text   not null,
    person_token bytea  not null check (octet_length(person_token) = 32),
    number       bigint not null,
    primary key (registry, purpose, snapshot, person_token),
    foreign key (registry, number) references registry_lookup
);

-- Our signed word on a chain at one length.
create table registry_lookup_checkpoint (
    registry     text        not null,
    lines        bigint      not null check (lines >= 1),
    content      bytea       not null,
    cms          bytea       not null,
    signed_at    timestamptz not null,
    primary key (registry, lines)
);

do $$
declare
    name text;
begin
    foreach name in array array['registry_lookup', 'registry_lookup_person', 'registry_lookup_checkpoint'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
            name || '_only_grows', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
end
$$;
