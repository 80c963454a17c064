-- Which deliveries count up to a position of the ledger, told in a way that holds for every table of facts at once: all up to last, and
-- the few further ones that were entered before an earlier one of another sender was. A limit for each sender, joined to each table,
-- lets the planner believe that next to nothing stands, and go through a million records once for each of a million others.
create function fact_extent(upto bigint) returns table (last integer, further integer[])
    language sql stable as $$
    with deliveries as (
        select b.batch, coalesce(r.position <= upto, false) as counts
        from fact_batch b left join receipt r on r.submission_id = b.submission),
    unbroken as (
        select coalesce(min(batch) filter (where not counts) - 1, 2147483647) as last from deliveries)
    select u.last, coalesce(array_agg(d.batch) filter (where d.batch is not null), '{}')
    from unbroken u left join deliveries d on d.counts and d.batch > u.last
    group by u.last
$$;
