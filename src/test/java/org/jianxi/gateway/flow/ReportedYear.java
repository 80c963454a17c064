package org.jianxi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianxi.gateway.flow.TestGateway.goodReturn;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.TypedAcknowledgements;
import org.jianxi.gateway.filing.report.YearReport;
import org.jianxi.gateway.flow.reminders.ReminderDesk;
import org.jianxi.gateway.flow.reminders.ReminderLetters;
import org.jianxi.gateway.flow.targets.TargetDesk;
import org.jianxi.gateway.flow.yearly.ReportDesk;
import org.jianxi.gateway.flow.yearly.YearDesk;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.forms.TargetFiles;
import org.jianxi.gateway.intake.ContactFile;
import org.jianxi.gateway.ledger.Audit;
import org.jianxi.gateway.notices.NoticeDeliveries;
import org.jianxi.gateway.notices.ReminderBook;
import org.jianxi.gateway.signing.Sm3;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** January to June 2023 of two senders of which one leaves March out, and the desk that reports the year. */
final class ReportedYear {

    /** The day after the second working day of January. */
    static final Instant JANUARY_AFTER = Instant.parse("2024-01-04T01:00:00Z");

    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Set<Integer> AS_OF_THE_END = Set.of(1, 3, 13, 14);

    final TestGateway gateway;
    private final Path folder;
    private final ReportingUnits units = Divisions.reportingUnits(HOME);

    ReportedYear(Path folder) {
        this(folder, new TestGateway(folder));
        for (var month = 1; month <= 6; month++) {
            push("530100", month, month);
            if (month != 3) {
                push("530300", month, 100 + month);
            }
        }
    }

    private ReportedYear(Path folder, TestGateway gateway) {
        this.folder = folder;
        this.gateway = gateway;
    }

    /** The same province before anybody has filed anything. */
    static ReportedYear before(Path folder) {
        return new ReportedYear(folder, new TestGateway(folder));
    }

    /** In the morning of the first day after the month. */
    String push(String sender, int month, int more) {
        var period = month(month);
        return push(sender, month, more, period.next().firstDay().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    String push(String sender, int month, int more, Instant receivedAt) {
        var period = month(month);
        var content = goodReturn(sender, 3000 + 10 * more)
                .replace("2023-06", period.toString())
                .replace("\"4\": 420", "\"4\": " + (420 + more))
                .replace("1873.50", month * 100 + ".25" + more);
        var outcome = gateway.pushAt(receivedAt, sender, period, content);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).receipt().toString();
    }

    static Period month(int month) {
        return Period.of("2023-%02d".formatted(month));
    }

    /** As drawn in the morning of 3 July, when June is not due yet. */
    YearReport inJuly() {
        return at(TestGateway.NOW).of(2023).orElseThrow();
    }

    ReportDesk at(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var jdbc = gateway.jdbc;
        var filed = new FiledReturns(jdbc);
        var status = new FilingStatus(filed, FilingStore.of(jdbc), new TypedAcknowledgements(jdbc));
        var memory = new Memory(gateway.ledger.submissions(), new CanonicalDocuments(ReturnForms.load(HOME, Sm3::of)));
        var records = new ReminderDesk.Records(
                new ReminderLetters(new ReminderBook(jdbc), new ContactFile(HOME, folder)),
                new NoticeDeliveries(jdbc, Duration.ofDays(3)),
                gateway.ledger.submissions());
        return new ReportDesk(
                new ReportDesk.Figures(
                        gateway.provincial,
                        gateway.filings,
                        status,
                        new TargetDesk(new TargetFiles(HOME, units), gateway.provincial, units)),
                new ReportDesk.Readings(
                        gateway.ledger,
                        memory,
                        new YearDesk.Office(new LateExceptions(jdbc), new ReturnedSubmissions(jdbc)),
                        Reasons.load(HOME),
                        new ReminderDesk(gateway.windows, records, new Audit(jdbc), gateway.transaction, clock)),
                units,
                new CalendarFiles(HOME.resolve("schemas/calendar")).read(),
                clock);
    }

    /** What stands in the ledger's rows, by month and sender: read without anything that the report is made with. */
    Map<Period, Map<String, JsonNode>> stored() {
        var stored = new TreeMap<Period, Map<String, JsonNode>>();
        gateway.jdbc
                .sql("select period, sender, canonical from submission where verdict = 'accepted' order by revision")
                .query((row, number) -> stored.computeIfAbsent(
                                Period.of(row.getString("period")), month -> new TreeMap<>())
                        .put(
                                row.getString("sender"),
                                JsonMapper.shared()
                                        .readTree(row.getBytes("canonical"))
                                        .path("indicators")))
                .list();
        return stored;
    }

    /** The sum over the senders of one month; over one where one is named. */
    static BigDecimal sum(Map<String, JsonNode> month, Optional<String> sender, int indicator) {
        return month.entrySet().stream()
                .filter(one -> sender.map(one.getKey()::equals).orElse(true))
                .map(one -> new BigDecimal(
                        one.getValue().path(Integer.toString(indicator)).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Stocks and money as June has them, the rest added up. */
    static BigDecimal year(Map<Period, Map<String, JsonNode>> stored, Optional<String> sender, int indicator) {
        return stored.entrySet().stream()
                .filter(month ->
                        !AS_OF_THE_END.contains(indicator) || month.getKey().equals(month(6)))
                .map(month -> sum(month.getValue(), sender, indicator))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
