package org.jianxi.gateway.derivation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Period;
import org.postgresql.PGConnection;

/** The figures once more, by hand and by somebody else: PostgreSQL, from the same files, in SQL that knows no definition. */
record RecomputedInSql(Connection database) {

    private static final String MINE = "u.\"reportingOffice\" = ?";

    private static final Map<Integer, String> FIGURES = new TreeMap<>(Map.ofEntries(
            Map.entry(1, "select count(*) from units u where " + MINE + """
                     and u."recognisedOn" <= :last and (u."withdrawnOn" is null or u."withdrawnOn" > :last)
                     and (u."recognitionValidTo" is null or u."recognitionValidTo" >= :last)
                    """),
            Map.entry(
                    2,
                    "select count(*) from units u where " + MINE + " and u.\"recognisedOn\" between :first and :last"),
            Map.entry(3, posts("p.\"raisedOn\" <= :last and coalesce(p.\"closedOn\" > :last, true)")),
            Map.entry(4, posts("p.\"raisedOn\" between :first and :last")),
            Map.entry(6, placements("l.\"startOn\" between :first and :last")),
            Map.entry(7, placements("l.\"startOn\" between :first and :last and t.category = '01'")),
            Map.entry(8, placements(ended("TERM_COMPLETED','EARLY_RETAINED"))),
            Map.entry(9, placements(retained())),
            Map.entry(10, placements(retained() + " and t.category = '01'")),
            Map.entry(
                    11,
                    placements(ended("TERM_COMPLETED','EARLY_RETAINED")
                            + " and l.outcome = 'OTHER_EMPLOYED' and l.\"endKind\" <> 'EARLY_RETAINED'")),
            Map.entry(12, placements(ended("ABNORMAL"))),
            Map.entry(13, placements("l.\"startOn\" <= :last and coalesce(l.\"actualEndOn\" > :last, true)")),
            Map.entry(14, """
                    select coalesce(sum(case b.status when 'PAID' then b."amountYuan" when 'RECOVERED' then -b."amountYuan"
                                        else 0 end) * 100, 0)
                    from payments b join placements l using ("placementId") join units u on u."unitId" = l."unitId"
                    where b."paidOn" between date_trunc('year', :last) and :last and
                    """ + MINE)));

    private static String posts(String when) {
        return "select coalesce(sum(p.headcount), 0) from posts p join units u using (\"unitId\") where " + MINE
                + " and " + when;
    }

    private static String placements(String when) {
        return "select count(*) from placements l join units u using (\"unitId\") left join trainees t using (\"traineeId\")"
                + " where " + MINE + " and l.status <> 'CANCELLED' and " + when;
    }

    private static String ended(String kinds) {
        return "l.\"actualEndOn\" between :first and :last and l.\"endKind\" in ('" + kinds + "')";
    }

    private static String retained() {
        return ended("TERM_COMPLETED','EARLY_RETAINED")
                + " and (l.\"endKind\" = 'EARLY_RETAINED' or l.outcome = 'RETAINED')";
    }

    void load(Path folder) throws SQLException, IOException {
        for (var dataset : new String[] {"units", "posts", "trainees", "placements", "payments"}) {
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
    }

    private static String type(String column) {
        return column.endsWith("On") || column.endsWith("To")
                ? "date"
                : column.equals("headcount") ? "bigint" : column.equals("amountYuan") ? "numeric" : "text";
    }

    Map<Integer, Long> figures(String sender, Period month) throws SQLException {
        var figures = new TreeMap<Integer, Long>();
        for (var figure : FIGURES.entrySet()) {
            var sql = figure.getValue()
                    .replace(":first", "date '" + month.firstDay() + "'")
                    .replace(":last", "date '" + month.lastDay() + "'");
            try (var statement = database.prepareStatement(sql)) {
                statement.setString(1, sender);
                try (var result = statement.executeQuery()) {
                    result.next();
                    figures.put(figure.getKey(), result.getBigDecimal(1).longValueExact());
                }
            }
        }
        return figures;
    }
}
