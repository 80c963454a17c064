package org.jianxi.gateway.console.office;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MonthlyReturn;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.ReturnStory;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.ledger.StoredSubmission;
import org.jianxi.gateway.rollup.Movement;
import tools.jackson.databind.json.JsonMapper;

/**
 * One delivery of a return: its figures beside earlier ones, each finding on its figure, and every delivery for the month.
 *
 * @param rows by indicator
 * @param elsewhere findings that are about no single figure
 * @param history newest first
 */
public record SubmissionPage(
        ReturnStory story, String unit, List<Row> rows, List<Finding> elsewhere, List<Delivery> history) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Thirty per cent and thirty of whatever is counted; of money three hundred yuan. */
    private static final Movement.Threshold HEADS = new Movement.Threshold(new BigDecimal("30"), 30);

    private static final Movement.Threshold MONEY = new Movement.Threshold(new BigDecimal("30"), 30_000);

    /**
     * One figure as the form prints it.
     *
     * @param now empty where the delivery was refused
     */
    public record Row(
            Indicator indicator,
            Optional<String> now,
            Optional<Beside> lastMonth,
            Optional<Beside> lastYear,
            List<Finding> findings) {
        public Row {
            findings = List.copyOf(findings);
        }
    }

    /**
     * An earlier figure.
     *
     * @param change with its sign, and in brackets per cent; empty where there is nothing to compare
     * @param jump whether somebody should be asked why
     */
    public record Beside(String figure, String change, boolean jump) {}

    /** One delivery for the month, in Shanghai's time. */
    public record Delivery(String id, LocalDateTime at, boolean accepted, Optional<Integer> revision, boolean shown) {}

    public SubmissionPage {
        rows = List.copyOf(rows);
        elsewhere = List.copyOf(elsewhere);
        history = List.copyOf(history);
    }

    static SubmissionPage of(ReturnStory story, String unit, ZoneId zone) {
        var findings =
                FindingJson.read(JSON.readTree(story.submission().decision().findings()));
        return new SubmissionPage(
                story,
                unit,
                story.form().indicators().stream()
                        .map(indicator -> row(story, indicator, findings))
                        .toList(),
                findings.stream().filter(one -> one.at().indicator() == null).toList(),
                story.history().reversed().stream()
                        .map(one -> delivery(one, story.submission().id(), zone))
                        .toList());
    }

    public boolean isAccepted() {
        return story.submission().isAccepted();
    }

    private static Row row(ReturnStory story, Indicator indicator, List<Finding> findings) {
        var number = indicator.number();
        var now = story.content().map(MonthlyReturn::figures).flatMap(figures -> figures.find(number));
        return new Row(
                indicator,
                now.map(indicator.unit()::print),
                beside(indicator, now, story.lastMonth()),
                beside(indicator, now, story.lastYear()),
                findings.stream()
                        .filter(one -> one.at().indicator() != null && one.at().indicator() == number)
                        .toList());
    }

    private static Optional<Beside> beside(Indicator indicator, Optional<Long> now, Optional<Figures> earlier) {
        return earlier.flatMap(figures -> figures.find(indicator.number())).map(before -> {
            var moved = now.map(amount -> new Movement(before, amount));
            return new Beside(
                    indicator.unit().print(before),
                    moved.map(one -> change(indicator, one)).orElse(""),
                    moved.filter(one -> one.isJump(indicator.unit().isMoney() ? MONEY : HEADS))
                            .isPresent());
        });
    }

    private static String change(Indicator indicator, Movement moved) {
        var sign = moved.by() > 0 ? "+" : "";
        var share = moved.percent()
                .map(percent -> " (" + sign + percent.toPlainString() + "%)")
                .orElse("");
        return sign + indicator.unit().print(moved.by()) + share;
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
