-- What person_current was made from, by itself and without what is sealed: the newest word on each record, where it is still here and not
-- that the record is gone. Asked for one dataset, it reads that dataset alone; with every column of every dataset sorted at once, a
-- million placements took most of a minute.
create view standing_record as
select n.dataset, n.sender, n.record_token, n.person_token, n.name_token, n.trainee_token, n.submission, n.number, n.decided_at
from (
    select distinct on (r.dataset, r.sender, r.record_token)
        r.dataset, r.sender, r.record_token, r.person_token, r.name_token, r.trainee_token, r.submission, r.number, s.decided_at,
        r.content is not null as is_kept
    from person_record r join standing_submission s on s.id = r.submission
    order by r.dataset, r.sender, r.record_token, s.place desc, r.number desc) n
where n.is_kept
    and not exists (select from record_removal g where g.submission = n.submission and g.number = n.number);

create or replace view person_current as
select n.dataset, n.sender, n.record_token,
    coalesce(t.person_token, n.person_token) as person_token,
    case when t.person_token is null then n.name_token else t.name_token end as name_token,
    n.submission, n.number,
    greatest(n.decided_at, t.decided_at) as since
from standing_record n
left join standing_record t on t.dataset = 'trainees' and t.sender = n.sender and t.record_token = n.trainee_token;
