-- One person in two placements at once, or too long in them. Each side is asked under the case's match number, with its own record.

create table overlap_case (
    number       bigint generated always as identity primary key,
    kind         text  not null,
    -- SM3 over the kind and the records: the same records make one case, until it lapses
    subject      bytea not null check (octet_length(subject) = 32),
    -- how many cases of this subject lapsed before
    occurrence   integer not null check (occurrence >= 0),
    found_at     timestamptz not null,
    due_on       date  not null,
    unique (subject, occurrence)
);

create table overlap_record (
    overlap      bigint not null references overlap_case,
    sender       text   not null check (sender ~ '^[0-9]{6}$'),
    record_token bytea  not null check (octet_length(record_token) = 32),
    primary key (overlap, sender, record_token)
);
create index overlap_record_sender on overlap_record (sender);

create table overlap_act (
    overlap  bigint  not null references overlap_case,
    number   integer not null check (number > 0),
    at       timestamptz not null,
    actor    text    not null,
    act      text    not null check (act in ('closed-by-side', 'closed', 'lapsed')),
    sender   text    check (sender ~ '^[0-9]{6}$'),
    -- of a side: its outcome; of a lapse: its reason
    outcome  text    not null,
    words    bytea,
    seal_key text,
    primary key (overlap, number)
);
create unique index overlap_side_closes_once on overlap_act (overlap, sender) where act = 'closed-by-side';

create view overlap_current as
    select c.*, coalesce((select a.act from overlap_act a where a.overlap = c.number and a.act in ('closed', 'lapsed')
                          order by a.number desc limit 1), 'open') as state
    from overlap_case c;

-- Up to when the placements were looked through.
create table overlap_scan (
    one        boolean primary key default true check (one),
    seen_until timestamptz not null
);

-- What was written is erased when its time is over; the rest says nothing of a person but a record's token.
create function overlap_act_erases() returns trigger language plpgsql as $$
begin
    if new.words is not null or new.seal_key is not null
        or (new.overlap, new.number, new.at, new.actor, new.act, new.sender, new.outcome)
            is distinct from (old.overlap, old.number, old.at, old.actor, old.act, old.sender, old.outcome) then
        raise exception 'an act is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger overlap_act_erases before update on overlap_act for each row execute function overlap_act_erases();
create trigger overlap_case_stays before update on overlap_case for each row execute function refuse_change();

do $$
declare
    name text;
begin
    foreach name in array array['overlap_case', 'overlap_record', 'overlap_act'] loop
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
    foreach name in array array['overlap_case', 'overlap_act'] loop
        execute format('create trigger %I before delete on %I for each row execute function refuse_change()', name || '_only_grows', name);
    end loop;
end
$$;
grant select on overlap_current to ${app_role};
grant update (words, seal_key) on overlap_act to ${app_role};
-- A lock, and nothing that the trigger lets through.
grant update (due_on) on overlap_case to ${app_role};
-- The records' tokens go with what was written.
grant delete on overlap_record to ${app_role};
grant select, insert, update on overlap_scan to ${app_role};
