-- What was made for overlapping placements serves every matter that both sides are asked about.

alter table overlap_case rename to inquiry;
alter table overlap_record rename to inquiry_record;
alter table overlap_act rename to inquiry_act;
alter table inquiry_record rename column overlap to inquiry;
alter table inquiry_act rename column overlap to inquiry;
alter index overlap_record_sender rename to inquiry_record_sender;
alter index overlap_side_closes_once rename to inquiry_side_closes_once;

-- What it is about, as notices and paths say it. Numbers run through all of them.
alter table inquiry add column matter text not null default 'overlap';
alter table inquiry alter column matter drop default;

-- The version that was looked at. Nothing in what was opened before.
alter table inquiry_record add column dataset text;
alter table inquiry_record add column submission text;
alter table inquiry_record add column number bigint check (number >= 1);

drop view overlap_current;
create view inquiry_current as
    select c.*, coalesce((select a.act from inquiry_act a where a.inquiry = c.number and a.act in ('closed', 'lapsed')
                          order by a.number desc limit 1), 'open') as state
    from inquiry c;
grant select on inquiry_current to ${app_role};

-- How the records were when they were looked through. The next look goes through them all once.
drop table overlap_scan;
create table inquiry_scan (
    matter text primary key,
    state  text not null
);
grant select, insert, update on inquiry_scan to ${app_role};

-- The same as before, by the column's new name.
create function inquiry_act_erases() returns trigger language plpgsql as $$
begin
    if new.words is not null or new.seal_key is not null
        or (new.inquiry, new.number, new.at, new.actor, new.act, new.sender, new.outcome)
            is distinct from (old.inquiry, old.number, old.at, old.actor, old.act, old.sender, old.outcome) then
        raise exception 'an act is erased or stays as it is' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
drop trigger overlap_act_erases on inquiry_act;
drop function overlap_act_erases();
create trigger inquiry_act_erases before update on inquiry_act for each row execute function inquiry_act_erases();
