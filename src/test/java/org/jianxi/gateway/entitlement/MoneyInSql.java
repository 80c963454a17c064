package org.jianxi.gateway.entitlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.postgresql.PGConnection;

/** The money once more, by somebody else: PostgreSQL, from the same files, in SQL that knows the notice and not our files of rules. */
record MoneyInSql(Connection database) {

    private static final String SUBSIDY = """
            with term as (
              select l.*, coalesce("actualEndOn", "plannedEndOn") as attended,
                     case when "endKind" = 'EARLY_RETAINED' and "actualEndOn" < "plannedEndOn"
                               and coalesce("contractFrom", "actualEndOn") <= "plannedEndOn"
                          then "plannedEndOn" else coalesce("actualEndOn", "plannedEndOn") end as ended
              from placements l join units u using ("unitId")
              where u."reportingOffice" = ? and l.status <> 'CANCELLED'),
            begun as (
              select t.*, n, ("startOn" + make_interval(months => n - 1))::date as begins,
                     ("startOn" + make_interval(months => n))::date - 1 as ends
              from term t, generate_series(1, 60) n),
            month as (
              select b.*, to_char(begins, 'YYYY-MM') as month,
                     case when begins < date '2023-01-01' then 'NONE'
                          when ended < ends and ended - begins + 1 < 15 then 'PART'
                          when n > 12 then 'OVER'
                          when attended is null or attended >= ends or attended - begins + 1 >= 15 then 'MONTHLY'
                          when begins <= date '2023-12-31' then 'REMAINDER'
                          else 'LATE' end as what
              from begun b where begins <= coalesce(ended, :last)),
            over as (
              select t."placementId", t."unitId", date_trunc('month', "actualEndOn")::date as month
              from term t where "actualEndOn" <= :last and "endKind" is not null and "actualEndOn" >= date '2023-01-01'),
            due as (
              select o."placementId", o."unitId", to_char((
                select min(m) from generate_series(o.month, least(date_trunc('year', o.month) + interval '11 months', :last), '1 month') m
                where (select count(*) > 0 and 2 * count(*) filter (where r."endKind" = 'EARLY_RETAINED' or r.outcome = 'RETAINED') >= count(*)
                       from term r where r."unitId" = o."unitId" and r."endKind" in ('TERM_COMPLETED', 'EARLY_RETAINED')
                       and r."actualEndOn" between date_trunc('year', o.month) and m + interval '1 month - 1 day')), 'YYYY-MM') as month
              from over o),
            entitled as (
              select "unitId", month, 'entitled ' || what as what, 150000::bigint as fen from month
              where what in ('MONTHLY', 'REMAINDER') and month <= to_char(:last, 'YYYY-MM')
              union all
              select d."unitId", d.month, 'entitled DIFFERENCE',
                     50000 * (select count(*) from month m where m."placementId" = d."placementId" and m.what in ('MONTHLY', 'REMAINDER'))
              from due d where d.month is not null),
            payment as (
              select l."unitId", b.*, (b."amountYuan" * 100)::bigint as fen,
                     case when b.kind = 'DIFFERENCE' then coalesce(d.month, to_char(l.attended, 'YYYY-MM'), b."periodFrom")
                          else b."periodFrom" end as first,
                     case when b.kind = 'DIFFERENCE' then coalesce(d.month, to_char(l.attended, 'YYYY-MM'), b."periodTo")
                          else b."periodTo" end as to_month
              from payments b join (select *, coalesce("actualEndOn", "plannedEndOn") as attended from placements) l using ("placementId")
              join units u on u."unitId" = l."unitId" and u."reportingOffice" = ? left join due d using ("placementId")),
            amount as (
              select p.*, 'claimed' as word, fen as whole from payment p
              where status not in ('REJECTED', 'RETURNED', 'RECOVERED') and "appliedOn" <= :last
              union all
              select p.*, 'paid', case status when 'PAID' then fen else -fen end from payment p
              where status in ('PAID', 'RECOVERED') and "paidOn" <= :last),
            part as (
              select "unitId", to_char(m, 'YYYY-MM') as month, word, case when kind = 'INSURANCE' then 'OUTSIDE' else kind end as kind,
                     case when row_number() over (partition by "paymentId", word order by m) < count(*) over (partition by "paymentId", word)
                          then whole / count(*) over (partition by "paymentId", word)
                          else whole - whole / count(*) over (partition by "paymentId", word)
                               * (count(*) over (partition by "paymentId", word) - 1) end as fen
              from amount, generate_series(to_date(first, 'YYYY-MM'), to_date(to_month, 'YYYY-MM'), '1 month') m)
            select "unitId", month, what, sum(fen) from (
              select * from entitled union all select "unitId", month, word || ' ' || kind, fen from part) all_of_it
            group by 1, 2, 3 having sum(fen) <> 0
            """;

    void load(Path folder) throws SQLException, IOException {
        for (var dataset : new String[] {"units", "placements", "payments"}) {
            var file = folder.resolve(dataset + ".csv");
            try (var statement = database.createStatement();
                    var reader = Files.newBufferedReader(file)) {
                var columns = new StringBuilder();
                for (var column : Files.readAllLines(file).getFirst().split(",")) {
                    columns.append(columns.isEmpty() ? "" : ", ")
                            .append('"')
                            .append(column)
                            .append("\" ")
                            .append(type(column));
                }
                statement.execute("create temp table " + dataset + " (" + columns + ")");
                database.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + dataset + " from stdin (format csv, header true)", reader);
            }
        }
        try (var statement = database.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static String type(String column) {
        if (column.endsWith("On") || column.equals("contractFrom")) {
            return "date";
        }
        return column.equals("amountYuan") ? "numeric" : "text";
    }

    /** Fen by unit, month and what it is, such as {@code U1 2023-03 entitled MONTHLY}; without those that are nothing. */
    Map<String, Long> amounts(String sender, Period through) throws SQLException {
        var amounts = new TreeMap<String, Long>();
        var sql = SUBSIDY.replace(":last", "date '" + through.lastDay() + "'");
        try (var statement = database.prepareStatement(sql)) {
            statement.setString(1, sender);
            statement.setString(2, sender);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    amounts.put(
                            result.getString(1) + " " + result.getString(2) + " " + result.getString(3),
                            result.getBigDecimal(4).longValueExact());
                }
            }
        }
        return amounts;
    }
}
