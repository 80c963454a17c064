-- Records of people: what a submission of trainees or placements said, sealed under a key that lies outside the database.
-- A token (HMAC-SM3) finds the same record or the same person again without saying who it is.

create table person_record (
    submission    text    not null references submission (id),
    -- in the order of the document, from 1
    number        bigint  not null check (number >= 1),
    dataset       text    not null,
    sender        text    not null check (sender ~ '^[0-9]{6}$'),
    period        text    not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    -- of the fields that tell one record from another, within its dataset and sender
    record_token  bytea   not null check (octet_length(record_token) = 32),
    -- of the citizen's number; absent where the record has none
    person_token  bytea   check (octet_length(person_token) = 32),
    -- which key the content is sealed under
    seal_key      text    not null,
    -- canonical JSON, sealed; bound to submission, number and column
    content       bytea   not null,
    primary key (submission, number)
);
create index person_record_versions on person_record (dataset, sender, record_token);
create index person_record_person on person_record (person_token) where person_token is not null;

-- Who looked at a person's record, and what for. Written before anything is shown.
create table person_look (
    id          bigint      generated always as identity primary key,
    at          timestamptz not null,
    actor       text        not null check (actor <> ''),
    purpose     text        not null check (length(btrim(purpose)) between 4 and 200),
    submission  text        not null,
    number      bigint      not null,
    foreign key (submission, number) references person_record (submission, number)
);

do $$
declare
    name text;
begin
    foreach name in array array['person_record', 'person_look'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
            name || '_only_grows', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
end
$$;
