-- What of units and posts is shown to everybody (schemas/publications.yaml): nobody's name, number or account. Written with the sealed
-- record, gone with it. Records that came before this table are shown from their next delivery on.
create table public_listing (
    submission text   not null,
    number     bigint not null check (number >= 1),
    -- canonical text by field
    content    jsonb  not null check (jsonb_typeof(content) = 'object'),
    primary key (submission, number)
);
grant select, insert, delete on public_listing to ${app_role};
create trigger public_listing_stays before update on public_listing for each row execute function refuse_change();

create function public_listing_goes() returns trigger language plpgsql as $$
begin
    delete from public_listing where submission = new.submission and number = new.number;
    return null;
end
$$;
create trigger person_record_takes_its_listing after update on person_record
    for each row when (new.content is null and new.dataset in ('units', 'posts')) execute function public_listing_goes();

-- The newest word on each unit and post, where it is not that the record is gone. Asked for one dataset, it reads that dataset alone.
create view public_standing as
with newest as (
    select distinct on (r.dataset, r.sender, r.record_token)
        r.dataset, r.sender, r.record_token, r.submission, r.number, s.decided_at
    from person_record r join standing_submission s on s.id = r.submission
    where r.dataset in ('units', 'posts')
    order by r.dataset, r.sender, r.record_token, s.place desc, r.number desc)
select n.dataset, n.sender, n.record_token, p.content, n.decided_at as since
from newest n
join public_listing p on p.submission = n.submission and p.number = n.number
where not exists (select from record_removal g where g.submission = n.submission and g.number = n.number);
grant select on public_standing to ${app_role};
