package org.jianxi.gateway.records.money;

import org.jianxi.gateway.records.facts.FactTable;

/** Questions to the tables of facts with the parameters {@code position} and {@code sender}. */
final class MoneySql {

    private static final String LIMITS = "with " + FactTable.limits("") + "\n";

    /** A record is the sender's when its unit names the sender's office. */
    private static final String OWN_UNITS =
            "(select * from " + standing("units") + " u where u.reporting_office = :sender)";

    static final String UNITS = LIMITS + "select record, uscc from " + OWN_UNITS + " own";

    static final String PLACEMENTS = LIMITS + """
            select l.record, l.unit_id, l.start_on, l.planned_end_on, l.actual_end_on, l.end_kind, l.outcome, l.contract_from, l.status,
                b.submission, l.number
            from %s l join %s own on own.record = l.unit_id join fact_batch b on b.batch = l.batch
            where l.start_on is not null
            order by l.batch, l.number""".formatted(standing("placements"), OWN_UNITS);

    /** A payment that leads to no placement that stands is told too, of whoever delivered it. */
    static final String PAYMENTS = LIMITS + """
            select p.placement_id, p.kind, p.period_from, p.period_to, p.months, p.standard, p.amount_yuan, p.applied_on, p.paid_on,
                p.status, b.submission, p.number
            from %s p join fact_batch b on b.batch = p.batch
                left join %s l on l.record = p.placement_id left join %s own on own.record = l.unit_id
            where own.record is not null or l.record is null and p.sender = :sender
            order by p.batch, p.number""".formatted(standing("payments"), standing("placements"), OWN_UNITS);

    static final String DELIVERED = "select sender from fact_limit(:position) where dataset = 'placements' order by 1";

    static final String STATE =
            "select coalesce(max(batch), 0) from fact_limit(:position) where dataset in ('units', 'placements', 'payments')";

    private MoneySql() {}

    private static String standing(String dataset) {
        return FactTable.find(dataset).orElseThrow().standing("");
    }
}
