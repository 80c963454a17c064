-- Registries: the extracts that were taken or refused, the runs that compared our people with them, and what was answered.
-- A person stands here as a token only.

create table registry_extract (
    id           bigint      generated always as identity primary key,
    registry     text        not null,
    at           timestamptz not null,
    -- SM3 of the file as it came
    digest       bytea       not null check (octet_length(digest) = 32),
    -- the day as of which it was made; nothing where nobody could say
    day          date,
    rows         bigint      not null,
    -- rows without a citizen's number
    unusable     bigint      not null,
    entries      bigint      not null,
    -- the rule that refused it; nothing where it was taken
    refused_by   text,
    reason       jsonb,
    at_line      bigint,
    -- who brought it, and why it was taken against a rule
    actor        text        not null,
    override     text        check (length(btrim(override)) between 4 and 200)
);
create index registry_extract_of on registry_extract (registry, id);

-- What an extract became. The newest of a registry stands.
create table registry_snapshot (
    number       bigint      generated always as identity primary key,
    registry     text        not null,
    id           text        not null,
    day          date        not null,
    extract      bigint      not null references registry_extract,
    -- the snapshot before it, and how many of the two's entries differ
    before       text,
    changed      bigint      not null,
    unique (registry, id)
);

create table match_run (
    id           bigint      generated always as identity primary key,
    registry     text        not null,
    snapshot     text        not null,
    day          date        not null,
    purpose      text        not null,
    legal_basis  text        not null,
    -- whether everybody is compared, or only who changed since the run before
    everybody    boolean     not null,
    base         bigint      references match_run,
    -- people as of this moment
    people_at    timestamptz not null,
    started_at   timestamptz not null,
    moved_at     timestamptz not null,
    finished_at  timestamptz,
    -- where it is: the part of the work, and the last person of that part
    part         text        not null,
    part_after   bytea,
    asked        bigint      not null default 0,
    hits         bigint      not null default 0,
    -- why it stopped; nothing while it goes well
    stopped      jsonb
);
create index match_run_of on match_run (registry, purpose, id);

create table match_answer (
    registry     text        not null,
    purpose      text        not null,
    person_token bytea       not null check (octet_length(person_token) = 32),
    -- empty where only the number is known
    name_token   bytea       not null check (octet_length(name_token) in (0, 6)),
    snapshot     text        not null,
    -- the day as of which the snapshot answers
    day          date        not null,
    result       text        not null,
    category     text,
    relation     text,
    disability_kind  text,
    disability_level text,
    run          bigint      not null references match_run,
    answered_at  timestamptz not null,
    -- nobody is asked for twice for one purpose and snapshot
    primary key (registry, purpose, person_token, name_token, snapshot)
);
-- hits that are due to be looked up again before they lapse
create index match_answer_hits on match_answer (registry, purpose, day) where result = 'HIT';

do $$
declare
    name text;
begin
    foreach name in array array['registry_extract', 'registry_snapshot', 'match_run', 'match_answer'] loop
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
    foreach name in array array['registry_extract', 'registry_snapshot'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
            name || '_only_grows', name);
    end loop;
end
$$;
grant update (moved_at, finished_at, part, part_after, asked, hits, stopped) on match_run to ${app_role};
grant update (result, category, relation, disability_kind, disability_level, run, answered_at) on match_answer to ${app_role};
grant delete on match_answer to ${app_role};
