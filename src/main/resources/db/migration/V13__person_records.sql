-- Records of people: what an accepted submission of trainees or placements said, sealed under a key that lies outside the database.
-- A token (HMAC-SM3) finds the same record or the same person again without saying who it is.

create table person_record (
    submission     text    not null,
    -- in the order of the document, from 1
    number         bigint  not null check (number >= 1),
    dataset        text    not null,
    sender         text    not null check (sender ~ '^[0-9]{6}$'),
    period         text    not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    -- of the fields that tell one record from another, within its dataset and sender
    record_token   bytea   not null check (octet_length(record_token) = 32),
    -- of the citizen's number the record itself has; its first 16 bytes are the token in a registry's snapshot
    person_token   bytea   check (octet_length(person_token) = 32),
    -- of number and name together
    name_token     bytea   check (octet_length(name_token) = 6),
    -- of a placement: the record_token of its trainee, who has number and name
    trainee_token  bytea   check (octet_length(trainee_token) = 32),
    -- SM3 of the salted record, a leaf of the submission's tree; stays for ever
    leaf_hash      bytea   not null check (octet_length(leaf_hash) = 32),
    -- the last day on which the content may be here
    personal_until date    not null,
    -- which key the content is sealed under
    seal_key       text    not null,
    -- salt and canonical JSON, sealed; bound to submission and number; null once erased
    content        bytea,
    primary key (submission, number)
);
create index person_record_versions on person_record (dataset, sender, record_token);
create index person_record_person on person_record (person_token) where person_token is not null;
create index person_record_due on person_record (personal_until) where content is not null;

-- Each record as it stands: of the newest accepted submission that has it, where a revision takes the place of those before it.
-- A placement has the tokens of its trainee as that record stands now; where the sender never told of the trainee, those of the
-- citizen's number it calls the trainee by, or none.
create view person_current as
with standing as (
    select distinct on (sender, dataset, period) id, decided_at from submission
    where verdict = 'accepted' and dataset in ('trainees', 'placements')
    order by sender, dataset, period, revision desc),
newest as (
    select distinct on (r.dataset, r.sender, r.record_token) r.*, s.decided_at
    from person_record r join standing s on s.id = r.submission
    order by r.dataset, r.sender, r.record_token, s.decided_at desc, r.submission desc, r.number desc)
select n.dataset, n.sender, n.record_token,
    coalesce(t.person_token, n.person_token) as person_token,
    case when t.person_token is null then n.name_token else t.name_token end as name_token,
    n.submission, n.number,
    greatest(n.decided_at, t.decided_at) as since
from newest n
left join newest t on t.dataset = 'trainees' and t.sender = n.sender and t.record_token = n.trainee_token
where n.content is not null;

-- Who looked at a person's record, what for and by what right. Written before anything is shown.
create table person_look (
    id           bigint      generated always as identity primary key,
    at           timestamptz not null,
    actor        text        not null check (actor <> ''),
    purpose      text        not null check (length(btrim(purpose)) between 4 and 200),
    legal_basis  text        check (length(btrim(legal_basis)) between 1 and 200),
    submission   text        not null,
    -- which record; nothing where the whole delivery was opened
    number       bigint      check (number >= 1)
);
create index person_look_of on person_look (submission, number);

-- Which keys the rows were made with, by fingerprint: a node with other keys must not start.
create table person_key (
    name         text        primary key,
    fingerprint  bytea       not null check (octet_length(fingerprint) = 32),
    since        timestamptz not null
);

-- Bodies that hold people are sealed too; the digest is that of the clear bytes. Without a key a body lies in the clear.
alter table received_content add column seal_key text;
alter table received_content add column personal_until date;
alter table received_content alter column bytes drop not null;
alter table received_content add constraint received_content_erased
    check (bytes is not null or (seal_key is not null and personal_until is not null));
create index received_content_due on received_content (personal_until) where personal_until is not null and bytes is not null;

do $$
declare
    name text;
begin
    foreach name in array array['person_record', 'person_look', 'person_key'] loop
        execute format('create trigger %I before ' || case name when 'person_record' then 'delete' else 'update or delete' end
            || ' on %I for each row execute function refuse_change()', name || '_only_grows', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
end
$$;
grant select on person_current to ${app_role};

-- The one change that is let through: a record loses its content and its person's tokens together, and nothing else.
create function erase_person_only() returns trigger language plpgsql as $$
begin
    if old.content is null or new.content is not null or new.person_token is not null or new.name_token is not null
        or new.trainee_token is not null
        or (new.submission, new.number, new.dataset, new.sender, new.period, new.record_token, new.leaf_hash,
            new.personal_until, new.seal_key)
            is distinct from (old.submission, old.number, old.dataset, old.sender, old.period, old.record_token, old.leaf_hash,
            old.personal_until, old.seal_key) then
        raise exception 'a record of a person is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger person_record_erases before update on person_record for each row execute function erase_person_only();
grant update (content, person_token, name_token, trainee_token) on person_record to ${app_role};

-- A sealed body goes as a whole, may be kept longer when it comes again, and may come again after it went; one that lay in the clear
-- may be sealed, when the same bytes turn out to hold people. Nothing else changes.
create function erase_body_only() returns trigger language plpgsql as $$
begin
    if new.seal_key is null or new.personal_until is null or new.digest is distinct from old.digest or not (
        case when old.seal_key is null then new.bytes is not null
            when old.bytes is null then new.bytes is not null and new.personal_until >= old.personal_until
            when new.bytes is null then new.seal_key = old.seal_key and new.personal_until = old.personal_until
            else new.bytes = old.bytes and new.seal_key = old.seal_key and new.personal_until >= old.personal_until end) then
        raise exception 'a body that was received is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
drop trigger received_content_only_grows on received_content;
create trigger received_content_only_grows before delete on received_content for each row execute function refuse_change();
create trigger received_content_erases before update on received_content for each row execute function erase_body_only();
grant update (bytes, seal_key, personal_until) on received_content to ${app_role};
