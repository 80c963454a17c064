-- From and until when each placement runs: no person stands here. Written with the sealed record, gone with it.
create table placement_span (
    submission     text   not null,
    number         bigint not null,
    start_on       date   not null,
    planned_end_on date   not null,
    actual_end_on  date,
    primary key (submission, number)
);
grant select, insert, delete on placement_span to ${app_role};
create trigger placement_span_stays before update on placement_span for each row execute function refuse_change();

-- What is erased of a placement takes its days along.
create function placement_span_goes() returns trigger language plpgsql as $$
begin
    delete from placement_span where submission = new.submission and number = new.number;
    return null;
end
$$;
create trigger person_record_takes_its_span after update on person_record
    for each row when (new.content is null and new.dataset = 'placements') execute function placement_span_goes();

create index person_record_trainee on person_record (sender, trainee_token) where trainee_token is not null;

-- What person_current says, for a few people: found by index, where the view reads every record.
create view standing_submission as
    select distinct on (sender, dataset, period) id, dataset, sender, decided_at from submission
    where verdict = 'accepted' and dataset in ('trainees', 'placements')
    order by sender, dataset, period, revision desc;

create function current_trainees(persons bytea[])
    returns table (person_token bytea, sender text, record_token bytea, submission text, number bigint)
    language sql stable as $$
    with candidate as (
        select distinct r.sender, r.record_token from person_record r
        where r.person_token = any(persons) and r.dataset = 'trainees')
    select n.person_token, n.sender, n.record_token, n.submission, n.number
    from candidate c
    cross join lateral (
        select r.* from person_record r join standing_submission s on s.id = r.submission
        where r.dataset = 'trainees' and r.sender = c.sender and r.record_token = c.record_token
        order by s.decided_at desc, r.submission desc, r.number desc limit 1) n
    where n.person_token = any(persons) and n.content is not null
$$;

create function current_placements(persons bytea[])
    returns table (person_token bytea, sender text, record_token bytea, submission text, number bigint)
    language sql stable as $$
    with trainee as (select * from current_trainees(persons)),
    candidate as (
        select t.person_token, p.sender, p.record_token from trainee t
        join person_record p on p.sender = t.sender and p.trainee_token = t.record_token
        union
        select p.person_token, p.sender, p.record_token from person_record p
        where p.person_token = any(persons) and p.dataset = 'placements')
    select c.person_token, n.sender, n.record_token, n.submission, n.number
    from candidate c
    cross join lateral (
        select r.* from person_record r join standing_submission s on s.id = r.submission
        where r.dataset = 'placements' and r.sender = c.sender and r.record_token = c.record_token
        order by s.decided_at desc, r.submission desc, r.number desc limit 1) n
    where n.content is not null
      and (n.person_token = c.person_token
           or exists (select 1 from trainee t where t.person_token = c.person_token
                        and t.sender = n.sender and t.record_token = n.trainee_token))
$$;
grant select on standing_submission to ${app_role};
