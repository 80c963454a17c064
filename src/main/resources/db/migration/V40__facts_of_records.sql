-- What figures need of each record, beside the sealed record and without its person: days, codes, amounts, keyed hashes of what it leads
-- to. Erased with the record. Every version is kept with the deliveries between which it stood, so that a figure can be told as of any
-- position of the ledger.

-- Deliveries in the order in which they came to stand; those of one sender and dataset come one after another.
create table fact_batch (
    batch      integer generated always as identity primary key,
    submission text    not null unique,
    dataset    text    not null,
    sender     text    not null check (sender ~ '^[0-9]{6}$'),
    period     text    not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
    delivers   text    not null check (delivers in ('month', 'full', 'changes'))
);
create index fact_batch_of_sender on fact_batch (dataset, sender, batch);

-- Deliveries that count: a full one takes the place of all before it, one of a month that of those of the same month.
create view standing_batch as
    select b.* from fact_batch b
    where not exists (
        select from fact_batch later
        where later.dataset = b.dataset and later.sender = b.sender and later.batch > b.batch
            and (later.delivers = 'full'
                or later.delivers = 'month' and b.delivers = 'month' and later.period = b.period));

-- The newest delivery of each sender and dataset up to a position of the ledger.
create function fact_limit(upto bigint) returns table (dataset text, sender text, batch integer)
    language sql stable as $$
    select b.dataset, b.sender, max(b.batch)
    from fact_batch b join receipt r on r.submission_id = b.submission
    where r.position <= upto
    group by b.dataset, b.sender
$$;

create table units_fact (
    uscc                 text,
    reporting_office     text,
    recognised_on        date,
    recognition_valid_to date,
    withdrawn_on         date,
    status               text,
    demonstration_level  text,
    annual_review_year   integer,
    annual_review_result text,
    legal_representative uuid
);
create table posts_fact (
    unit_id         uuid,
    category        text,
    headcount       integer,
    duration_months integer,
    demonstration   boolean,
    raised_on       date,
    publicity_from  date,
    publicity_to    date,
    closed_on       date,
    status          text
);
create table trainees_fact (
    category     text,
    graduated_on date,
    mobile       uuid,
    name         uuid
);
create table placements_fact (
    trainee_id          uuid,
    post_id             uuid,
    unit_id             uuid,
    mentor_id           uuid,
    agreement_signed_on date,
    start_on            date,
    planned_end_on      date,
    actual_end_on       date,
    end_kind            text,
    outcome             text,
    outcome_on          date,
    contract_from       date,
    contract_to         date,
    status              text
);
create table payments_fact (
    placement_id    uuid,
    kind            text,
    -- the first day of the month
    period_from     date,
    period_to       date,
    months          numeric(6, 2),
    months_reckoned numeric(6, 2),
    -- fen
    standard        bigint,
    amount_yuan     bigint,
    applied_on      date,
    paid_on         date,
    fund_level      text,
    payee_account   uuid,
    status          text
);
create table mentors_fact (
    unit_id       uuid,
    trainee_count integer
);
create table matching_events_fact (
    reporting_office text,
    kind             text,
    held_on          date
);
create table post_publications_fact (
    generated_at timestamp,
    list_kind    text,
    channel      text,
    post_id      uuid
);

do $$
declare
    name text;
begin
    foreach name in array array['units', 'posts', 'trainees', 'placements', 'payments', 'mentors', 'matching_events',
        'post_publications'] loop
        execute format('alter table %I
            add column batch integer not null references fact_batch (batch),
            add column number bigint not null check (number >= 1),
            add column sender text not null,
            -- the first 16 bytes of its token: the same for every version of a record
            add column record uuid not null,
            -- this version says that the record is gone
            add column gone boolean not null,
            -- it stands from this delivery on and until before that one; a version that never stood has neither
            add column stands_from integer,
            add column stands_until integer check (stands_until > stands_from)', name || '_fact');
        execute format('create index on %I (record)', name || '_fact');
        execute format('create index on %I (batch, number)', name || '_fact');
        execute format('grant select, insert, delete, update (stands_from, stands_until) on %I to ${app_role}', name || '_fact');
    end loop;
end
$$;
create trigger fact_batch_only_grows before update or delete on fact_batch for each row execute function refuse_change();
create trigger fact_batch_keeps before truncate on fact_batch for each statement execute function refuse_change();
grant select, insert on fact_batch to ${app_role};
grant select on standing_batch to ${app_role};

-- What is erased of a record takes its facts along.
create function record_fact_goes() returns trigger language plpgsql as $$
begin
    execute format('delete from %I f using fact_batch b where b.submission = $1 and f.batch = b.batch and f.number = $2',
        replace(new.dataset, '-', '_') || '_fact') using new.submission, new.number;
    return null;
end
$$;
create trigger person_record_takes_its_facts after update on person_record
    for each row when (new.content is null) execute function record_fact_goes();
