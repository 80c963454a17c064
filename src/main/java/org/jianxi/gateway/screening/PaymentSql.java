package org.jianxi.gateway.screening;

/** Checks of claims and payments beside their placements, each as the tables behind its evidence. */
final class PaymentSql {

    private PaymentSql() {}

    /**
     * The unit's months are what counts here. What an early labour contract leaves is the unit's until the agreed end, so the term runs
     * to it; until when a contract counts is the subsidy's own rule.
     */
    private static final String CLAIMED = """
            claimed as not materialized (
                select l.record as placement, l.sender as placement_sender, l.batch as placement_batch, l.number as placement_number,
                    p.*, date_trunc('month', l.start_on)::date as first_month,
                    case when l.end_kind = 'EARLY_RETAINED' then greatest(l.planned_end_on, l.actual_end_on)
                        else coalesce(l.actual_end_on, l.planned_end_on) end as until,
                    l.actual_end_on is not null as is_over
                from placements l join payments p on p.placement_id = l.record
                where p.kind in ('MONTHLY', 'REMAINDER'))""";

    private static final String WITH_PLACEMENT = """
            evidence as (
                select placement::text as hit, 'payments' as dataset, sender, batch, number from found
                union
                select placement::text, 'placements', placement_sender, placement_batch, placement_number from found)""";

    /** Of each unit its own record and the first payment stand for it. One person who went from unit to unit is no hit. */
    static final String SHARED_ACCOUNT = """
            pairs as (
                select p.payee_account as account, l.unit_id from payments p join placements l on l.record = p.placement_id
                where p.kind <> 'INSURANCE' and p.payee_account is not null and l.unit_id is not null
                group by 1, 2),
            several as (
                select a.account from pairs a left join units u on u.record = a.unit_id
                group by a.account having count(distinct coalesce(u.uscc, a.unit_id::text)) > :mostUnits),
            paid as (
                select s.account, p.sender, p.batch, p.number, p.record, p.period_from, l.unit_id, l.trainee_id from several s
                join payments p on p.payee_account = s.account and p.kind <> 'INSURANCE'
                join placements l on l.record = p.placement_id),
            of_people as (
                select m.account from paid m
                left join trainees t on t.record = m.trainee_id
                left join fact_batch b on b.batch = t.batch
                left join person_record r on r.submission = b.submission and r.number = t.number
                group by m.account having count(distinct coalesce(encode(r.person_token, 'hex'), m.trainee_id::text)) > 1),
            first_of_unit as (
                select distinct on (account, unit_id) m.* from paid m join of_people using (account)
                order by account, unit_id, period_from, record),
            evidence as (
                select account::text as hit, 'payments' as dataset, sender, batch, number from first_of_unit
                union
                select f.account::text, 'units', u.sender, u.batch, u.number from first_of_unit f join units u on u.record = f.unit_id)""";

    /**
     * Calendar months in which the placement lasted a day all count, so this asks about what no reading allows. The same months stated
     * twice are {@link #PAID_TWICE}'s, months wholly after the end {@link #AFTER_END}'s.
     */
    static final String BEYOND_ATTENDANCE = CLAIMED + """
            ,
            within as not materialized (
                select *, (extract(year from until) - extract(year from first_month)) * 12
                        + extract(month from until) - extract(month from first_month) + 1 as lasted,
                    greatest(0, (extract(year from least(period_to, until)) - extract(year from greatest(period_from, first_month))) * 12
                        + extract(month from least(period_to, until)) - extract(month from greatest(period_from, first_month)) + 1)
                        as inside
                from claimed where until is not null and not (is_over and period_from > until)),
            periods as (
                select placement, min(lasted) as lasted, max(months) as months, max(months - inside) as outside
                from within group by placement, period_from, period_to),
            beyond as (
                select placement from periods group by placement having max(outside) > 0 or sum(months) > min(lasted)),
            found as (select w.* from beyond y join within w on w.placement = y.placement),
            """ + WITH_PLACEMENT;

    static final String AFTER_END = CLAIMED + """
            ,
            found as (select * from claimed where is_over and period_from > until),
            """ + WITH_PLACEMENT;

    /** A month that two funds share is paid once, as long as they come to no more than its rate. */
    static final String PAID_TWICE = CLAIMED + """
            ,
            months_paid as (
                select c.placement, m.month::date as month, c.batch, c.number, c.standard,
                    c.amount_yuan / (1 + (extract(year from c.period_to) - extract(year from c.period_from)) * 12
                        + extract(month from c.period_to) - extract(month from c.period_from)) as amount
                from claimed c cross join lateral generate_series(c.period_from, c.period_to, interval '1 month') as m (month)
                where c.status = 'PAID'),
            twice as (
                select placement, month from months_paid group by placement, month having count(*) > 1 and sum(amount) > max(standard)),
            found as (
                select c.* from claimed c
                where c.status = 'PAID' and exists (
                    select from twice t where t.placement = c.placement and t.month between c.period_from and c.period_to)),
            """ + WITH_PLACEMENT;
}
