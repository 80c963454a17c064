package org.jianxi.gateway.records.money;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.entitlement.Payment;
import org.jianxi.gateway.entitlement.Placement;
import org.jianxi.gateway.entitlement.SubsidyKind;
import org.jspecify.annotations.Nullable;

/** Rows of facts as the money looks at them. */
final class MoneyRow {

    private MoneyRow() {}

    static Placement placement(ResultSet row) throws SQLException {
        var ends = new Placement.Ends(
                day(row, "planned_end_on"),
                day(row, "actual_end_on"),
                row.getString("end_kind"),
                row.getString("outcome"));
        return new Placement(
                id(row.getString("record")),
                id(row.getString("unit_id")),
                row.getObject("start_on", LocalDate.class),
                ends,
                day(row, "contract_from"),
                "CANCELLED".equals(row.getString("status")),
                place(row));
    }

    static Payment payment(ResultSet row) throws SQLException {
        var months = row.getBigDecimal("months");
        var claim = new Payment.Claim(
                month(row, "period_from"),
                month(row, "period_to"),
                months == null ? null : hundredths(months),
                row.getObject("standard", Long.class));
        var course = new Payment.Course(
                day(row, "applied_on"), day(row, "paid_on"), String.valueOf(row.getString("status")));
        return new Payment(
                id(row.getString("placement_id")),
                SubsidyKind.of(String.valueOf(row.getString("kind"))),
                claim,
                row.getLong("amount_yuan"),
                course,
                place(row));
    }

    /** As the lists of what is public write it. */
    static String id(@Nullable String uuid) {
        return uuid == null ? "" : uuid.replace("-", "");
    }

    private static long hundredths(BigDecimal months) {
        return months.movePointRight(2).longValue();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable Period month(ResultSet row, String column) throws SQLException {
        var first = day(row, column);
        return first == null ? null : new Period(YearMonth.from(first));
    }

    private static String place(ResultSet row) throws SQLException {
        return row.getString("submission") + "#" + row.getLong("number");
    }
}
