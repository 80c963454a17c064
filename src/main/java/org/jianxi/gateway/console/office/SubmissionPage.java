package org.jianxi.gateway.console.office;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Explanation;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.ReturnStory;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.JumpThresholds;
import org.jianxi.gateway.ledger.StoredSubmission;
import tools.jackson.databind.json.JsonMapper;

/**
 * One delivery of a return: its figures beside earlier ones, each finding on its figure, and every delivery for the month.
 *
 * @param rows by indicator
 * @param elsewhere findings that are about no single figure
 * @param history newest first
 * @param jumps from what change on the unit is asked why
 */
public record SubmissionPage(
        ReturnStory story,
        String unit,
        List<Row> rows,
        List<Finding> elsewhere,
        List<Delivery> history,
        JumpThresholds jumps) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * One figure as the form prints it.
     *
     * @param now empty where the delivery was refused
     * @param explained what the unit says of a jump or a zero; empty where it says nothing
     */
    public record Row(
            Indicator indicator,
            Optional<String> now,
            Optional<Beside> lastMonth,
            Optional<Beside> lastYear,
            List<Finding> findings,
            Optional<String> explained) {
        public Row {
            findings = List.copyOf(findings);
        }

        public boolean isAsked() {
            return Stream.of(lastMonth, lastYear).flatMap(Optional::stream).anyMatch(Beside::isAsked);
        }
    }

    /** One delivery for the month, in Shanghai's time. */
    public record Delivery(String id, LocalDateTime at, boolean accepted, Optional<Integer> revision, boolean shown) {}

    public SubmissionPage {
        rows = List.copyOf(rows);
        elsewhere = List.copyOf(elsewhere);
        history = List.copyOf(history);
    }

    static SubmissionPage of(ReturnStory story, String unit, JumpThresholds jumps, ZoneId zone) {
        var findings =
                FindingJson.read(JSON.readTree(story.submission().decision().findings()));
        return new SubmissionPage(
                story,
                unit,
                story.form().indicators().stream()
                        .map(indicator -> row(story, indicator, findings, jumps))
                        .toList(),
                findings.stream().filter(one -> one.at().indicator() == null).toList(),
                story.history().reversed().stream()
                        .map(one -> delivery(one, story.submission().id(), zone))
                        .toList(),
                jumps);
    }

    public boolean isAccepted() {
        return story.submission().isAccepted();
    }

    public boolean hasFindings() {
        return !elsewhere.isEmpty()
                || rows.stream().anyMatch(row -> !row.findings().isEmpty());
    }

    private static Row row(ReturnStory story, Indicator indicator, List<Finding> findings, JumpThresholds jumps) {
        var threshold = jumps.of(indicator.unit());
        var number = indicator.number();
        var now = story.content().map(MonthlyReturn::figures).flatMap(figures -> figures.find(number));
        return new Row(
                indicator,
                now.map(indicator.unit()::print),
                Beside.lastMonth(
                        indicator, now, story.lastMonth(), story.submission().period(), threshold),
                Beside.lastYear(indicator, now, story.lastYear(), threshold),
                findings.stream()
                        .filter(one -> one.at().indicator() != null && one.at().indicator() == number)
                        .toList(),
                explained(story, JumpThresholds.ruleOf(indicator)));
    }

    private static Optional<String> explained(ReturnStory story, String rule) {
        return story.content().stream()
                .flatMap(content -> content.explanations().stream())
                .filter(one -> one.rule().equals(rule))
                .map(Explanation::text)
                .reduce((first, second) -> second);
    }

    private static Delivery delivery(StoredSubmission one, String shown, ZoneId zone) {
        return new Delivery(
                one.id(),
                LocalDateTime.ofInstant(one.arrival().receivedAt(), zone),
                one.isAccepted(),
                one.isAccepted() ? Optional.of(one.revision()) : Optional.empty(),
                one.id().equals(shown));
    }
}
