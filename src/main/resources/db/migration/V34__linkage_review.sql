-- A row of a registry's extract without a citizen's number that may be one of ours, for a person to look at. Never a mark.
create table linkage_candidate (
    id           bigint      generated always as identity primary key,
    registry     text        not null,
    person_token bytea       not null check (octet_length(person_token) = 32),
    -- keyed hash of what the row says of its person: the same row of a later extract is the same question
    row_token    bytea       not null check (octet_length(row_token) = 32),
    snapshot     text        not null,
    day          date        not null,
    line         bigint      not null check (line >= 0),
    found_at     timestamptz not null,
    -- the waterfall, in bits; levels and numbers, nobody's name
    prior        double precision not null,
    steps        jsonb       not null,
    total        double precision not null,
    -- name, birth date, place and hardship as the row says them, sealed
    description  bytea,
    seal_key     text,
    outcome      text        check (outcome in ('same-person', 'not-the-same', 'cannot-tell', 'gone')),
    -- why, in words of the one who decided, sealed under the key of words_key
    words        bytea,
    words_key    text,
    closed_at    timestamptz,
    closed_by    text,
    unique (registry, person_token, row_token),
    check ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null)),
    check ((description is null) = (seal_key is null) and (words is null) = (words_key is null)),
    -- of somebody who is not ours nothing stays but the token
    check ((description is not null) = (outcome is null or outcome = 'same-person'))
);
create index linkage_candidate_open on linkage_candidate (registry, id) where outcome is null;
create index linkage_candidate_person on linkage_candidate (person_token);
create trigger linkage_candidate_keeps before truncate on linkage_candidate for each statement execute function refuse_change();
grant select, insert, delete on linkage_candidate to ${app_role};
grant update (snapshot, day, line, found_at, prior, steps, total, description, seal_key, outcome, words, words_key, closed_at, closed_by)
    on linkage_candidate to ${app_role};
