-- The run that compares people: where it is follows from the answers alone, so it needs no mark of how far it came.

alter table match_run
    drop column everybody, drop column base, drop column people_at, drop column part, drop column part_after,
    drop column asked, drop column hits,
    -- not known yet where the registry did not say
    alter column snapshot drop not null,
    alter column day drop not null,
    add column started_by text not null,
    -- everybody whose records stand, and those of them who were to be asked for
    add column people bigint not null default 0,
    add column due bigint not null default 0,
    -- how many have which result
    add column results jsonb not null default '{}',
    -- another snapshot, purpose or legal basis took its place
    add column superseded boolean not null default false;
grant update (snapshot, day, moved_at, finished_at, stopped, people, due, results, superseded) on match_run to ${app_role};
-- a registry has one run at a time
create unique index match_run_open on match_run (registry) where finished_at is null;

-- A number that stands in a registry under another name, for a person to look at. Never a mark.
create table name_difference (
    id           bigint      generated always as identity primary key,
    registry     text        not null,
    purpose      text        not null,
    person_token bytea       not null check (octet_length(person_token) = 32),
    name_token   bytea       not null check (octet_length(name_token) in (0, 6)),
    found_at     timestamptz not null,
    snapshot     text        not null,
    run          bigint      not null references match_run,
    outcome      text        check (outcome in ('same-person', 'somebody-else', 'gone')),
    closed_at    timestamptz,
    closed_by    text,
    unique (registry, purpose, person_token, name_token),
    check ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null))
);
create trigger name_difference_keeps before truncate on name_difference for each statement execute function refuse_change();
grant select, insert, delete on name_difference to ${app_role};
grant update (found_at, snapshot, run, outcome, closed_at, closed_by) on name_difference to ${app_role};

create index match_answer_of_run on match_answer (run, result);
