-- Records of units, posts, payments, mentors, matching events and publications lie beside those of people, and are sealed like them. What
-- stands of them is found alike; only trainees and placements have a person's token.

create or replace view standing_submission as
    select distinct on (sender, dataset, period) id, dataset, sender, decided_at from submission
    where verdict = 'accepted' and dataset <> 'monthly-return'
    order by sender, dataset, period, revision desc;

create or replace view person_current as
with newest as (
    select distinct on (r.dataset, r.sender, r.record_token) r.*, s.decided_at
    from person_record r join standing_submission s on s.id = r.submission
    order by r.dataset, r.sender, r.record_token, s.decided_at desc, r.submission desc, r.number desc)
select n.dataset, n.sender, n.record_token,
    coalesce(t.person_token, n.person_token) as person_token,
    case when t.person_token is null then n.name_token else t.name_token end as name_token,
    n.submission, n.number,
    greatest(n.decided_at, t.decided_at) as since
from newest n
left join newest t on t.dataset = 'trainees' and t.sender = n.sender and t.record_token = n.trainee_token
where n.content is not null;
