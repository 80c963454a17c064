package org.jianxi.gateway.console.office;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.LocalHoliday;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.SenderStanding;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sender's line on the month's page.
 *
 * @param place in the notice's order, from 1
 * @param standing the state's name in messages: {@code overdue} is missing after the deadline
 * @param received in Shanghai; empty while nothing came
 * @param errors findings of the delivery that made this state
 * @param holidays the sender's own days off before the deadline; they extend nothing
 */
public record SenderRow(
        int place,
        String code,
        String name,
        String standing,
        boolean late,
        Optional<LocalDateTime> received,
        Optional<Integer> revision,
        long errors,
        long warnings,
        Optional<String> submission,
        List<LocalHoliday> holidays) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static SenderRow of(int place, SenderStanding standing, List<LocalHoliday> holidays, ZoneId zone) {
        var findings = FindingJson.read(JSON.readTree(standing.findings()));
        return new SenderRow(
                place,
                standing.unit().sender().code(),
                standing.unit().name(),
                nameOf(standing),
                standing.late(),
                standing.receivedAt().map(at -> LocalDateTime.ofInstant(at, zone)),
                standing.revision(),
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                standing.submissionId(),
                List.copyOf(holidays));
    }

    private static String nameOf(SenderStanding standing) {
        return standing.state() == SenderStanding.State.MISSING && standing.late()
                ? "overdue"
                : standing.state().wireName();
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(one -> one.severity() == severity).count();
    }
}
