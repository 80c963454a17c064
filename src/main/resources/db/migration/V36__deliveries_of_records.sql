-- What a delivery says about the records that stand. One without a row here speaks of its month alone.
create table record_delivery (
    submission text primary key,
    delivers   text not null check (delivers in ('full', 'changes'))
);

-- Tombstones. A record that a delivery calls gone is a version like any other, sealed, and has a row here too.
create table record_removal (
    submission text   not null,
    number     bigint not null check (number >= 1),
    primary key (submission, number)
);

-- What stood when a full delivery came that leaves it out.
create table record_left_out (
    submission   text  not null,
    dataset      text  not null,
    sender       text  not null check (sender ~ '^[0-9]{6}$'),
    record_token bytea not null check (octet_length(record_token) = 32),
    primary key (submission, record_token)
);
create index record_left_out_versions on record_left_out (dataset, sender, record_token);

do $$
declare
    name text;
begin
    foreach name in array array['record_delivery', 'record_removal', 'record_left_out'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
            name || '_only_grows', name);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
            name || '_keeps', name);
        execute format('grant select, insert on %I to ${app_role}', name);
    end loop;
end
$$;

-- Deliveries that count, each with its place among those of its sender and dataset, in the ledger's order. A full one takes the place of
-- all before it; one of a month that of those of the same month; changes take nobody's place.
create or replace view standing_submission as
with said as (
    select s.id, s.dataset, s.sender, s.period, s.decided_at, coalesce(d.delivers, 'month') as delivers,
        row_number() over (partition by s.sender, s.dataset
            order by coalesce(r.position, -1), s.decided_at, s.revision, s.id) as place
    from submission s
    left join record_delivery d on d.submission = s.id
    left join receipt r on r.submission_id = s.id
    where s.verdict = 'accepted' and s.dataset <> 'monthly-return'),
newest as (
    select *,
        max(place) filter (where delivers = 'full') over (partition by sender, dataset) as newest_full,
        max(place) filter (where delivers = 'month') over (partition by sender, dataset, period) as newest_of_month
    from said)
select id, dataset, sender, decided_at, place from newest
where place >= coalesce(newest_full, 0) and (delivers <> 'month' or place = newest_of_month);

create or replace view person_current as
with newest as (
    select distinct on (r.dataset, r.sender, r.record_token) r.*, s.decided_at
    from person_record r join standing_submission s on s.id = r.submission
    order by r.dataset, r.sender, r.record_token, s.place desc, r.number desc),
standing as (
    select n.* from newest n
    where n.content is not null
        and not exists (select from record_removal g where g.submission = n.submission and g.number = n.number))
select n.dataset, n.sender, n.record_token,
    coalesce(t.person_token, n.person_token) as person_token,
    case when t.person_token is null then n.name_token else t.name_token end as name_token,
    n.submission, n.number,
    greatest(n.decided_at, t.decided_at) as since
from standing n
left join standing t on t.dataset = 'trainees' and t.sender = n.sender and t.record_token = n.trainee_token;

create or replace function current_trainees(persons bytea[])
    returns table (person_token bytea, sender text, record_token bytea, submission text, number bigint)
    language sql stable as $$
    with standing as materialized (select id, place from standing_submission where dataset = 'trainees'),
    candidate as (
        select distinct r.sender, r.record_token from person_record r
        where r.person_token = any(persons) and r.dataset = 'trainees')
    select n.person_token, n.sender, n.record_token, n.submission, n.number
    from candidate c
    cross join lateral (
        select r.* from person_record r join standing s on s.id = r.submission
        where r.dataset = 'trainees' and r.sender = c.sender and r.record_token = c.record_token
        order by s.place desc, r.number desc limit 1) n
    where n.person_token = any(persons) and n.content is not null
$$;

create or replace function current_placements(persons bytea[])
    returns table (person_token bytea, sender text, record_token bytea, submission text, number bigint)
    language sql stable as $$
    with standing as materialized (select id, place from standing_submission where dataset = 'placements'),
    trainee as (select * from current_trainees(persons)),
    candidate as (
        select t.person_token, p.sender, p.record_token from trainee t
        join person_record p on p.sender = t.sender and p.trainee_token = t.record_token
        union
        select p.person_token, p.sender, p.record_token from person_record p
        where p.person_token = any(persons) and p.dataset = 'placements')
    select c.person_token, n.sender, n.record_token, n.submission, n.number
    from candidate c
    cross join lateral (
        select r.* from person_record r join standing s on s.id = r.submission
        where r.dataset = 'placements' and r.sender = c.sender and r.record_token = c.record_token
        order by s.place desc, r.number desc limit 1) n
    where n.content is not null
      and not exists (select from record_removal g where g.submission = n.submission and g.number = n.number)
      and (n.person_token = c.person_token
           or exists (select 1 from trainee t where t.person_token = c.person_token
                        and t.sender = n.sender and t.record_token = n.trainee_token))
$$;
