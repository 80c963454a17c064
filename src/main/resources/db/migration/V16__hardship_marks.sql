-- Hardship marks (困难标识). Who is marked is a token; what is said of the person goes when its time is over.

create table hardship_mark (
    id           text primary key,
    registry     text not null,
    purpose      text not null,
    -- empty once erased
    person_token bytea check (octet_length(person_token) = 32),
    unique (registry, purpose, person_token)
);
create index hardship_mark_person on hardship_mark (person_token);

-- Every act, with how the mark stands after it. The newest row is the mark.
create table mark_act (
    mark         text not null references hardship_mark,
    number       integer not null check (number > 0),
    at           timestamptz not null,
    actor        text not null,
    act          text not null,
    state        text not null,
    snapshot_on  date not null,
    valid_until  date not null,
    legal_basis  text not null,
    -- the registry's word, and what the person is marked with
    said         jsonb,
    hardship     jsonb,
    confirmed_by text,
    confirmed_on date,
    -- an objection or a reason, sealed
    words        bytea,
    seal_key     text,
    primary key (mark, number)
);

create view mark_current as
    select m.id, m.registry, m.purpose, m.person_token, newest.*
    from hardship_mark m
    cross join lateral (select * from mark_act a where a.mark = m.id order by a.number desc limit 1) newest;

create function mark_erases() returns trigger language plpgsql as $$
begin
    if new.id is distinct from old.id or new.registry is distinct from old.registry
        or new.purpose is distinct from old.purpose or new.person_token is not null then
        raise exception 'a mark is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger hardship_mark_erases before update on hardship_mark for each row execute function mark_erases();

create function mark_act_erases() returns trigger language plpgsql as $$
begin
    if new.said is not null or new.hardship is not null or new.words is not null or new.seal_key is not null
        or new.confirmed_by is not null or new.confirmed_on is not null
        or (new.mark, new.number, new.at, new.actor, new.act, new.state, new.snapshot_on, new.valid_until, new.legal_basis)
            is distinct from
           (old.mark, old.number, old.at, old.actor, old.act, old.state, old.snapshot_on, old.valid_until, old.legal_basis) then
        raise exception 'an act is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger mark_act_erases before update on mark_act for each row execute function mark_act_erases();

do $$
declare
    name text;
begin
    foreach name in array array['hardship_mark', 'mark_act'] loop
        execute format('create trigger %I before delete on %I for each row execute function refuse_change()', name || '_only_grows', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
end
$$;
grant select on mark_current to ${app_role};
grant update (person_token) on hardship_mark to ${app_role};
grant update (said, hardship, words, seal_key, confirmed_by, confirmed_on) on mark_act to ${app_role};
