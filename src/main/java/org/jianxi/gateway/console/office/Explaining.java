package org.jianxi.gateway.console.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Reason;
import org.jianxi.gateway.flow.WrittenReason;
import org.jianxi.gateway.forms.JumpThresholds;
import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;

/**
 * What a unit's person may still say about the return that stands (说明): a line for each warning, each jump and each zero after a figure.
 *
 * @param lines empty where there is nothing to explain, or the reader is none of the unit's
 * @param reasons to choose from
 */
public record Explaining(List<Line> lines, List<Reason> reasons, Typed typed) {

    public Explaining {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /**
     * @param rule under which the words stand
     * @param about what asks for them
     * @param said what the unit says of it already
     */
    public record Line(String rule, Bilingual about, Optional<String> said) {}

    /**
     * What was typed before, with what is wrong about it.
     *
     * @param why nothing could be taken in at all
     */
    public record Typed(Map<String, WrittenReason> words, List<Finding> wrong, Optional<Bilingual> why) {
        static final Typed NOTHING = new Typed(Map.of(), List.of(), Optional.empty());

        public Typed {
            words = Map.copyOf(words);
            wrong = List.copyOf(wrong);
        }

        public String reason(String rule) {
            return Optional.ofNullable(words.get(rule))
                    .map(WrittenReason::reason)
                    .orElse("");
        }

        public String text(String rule) {
            return Optional.ofNullable(words.get(rule)).map(WrittenReason::text).orElse("");
        }
    }

    static Explaining of(SubmissionPage page, Reasons reasons, Typed typed, Caller caller) {
        var mine = caller.may(Act.UPLOAD)
                && page.story().stands()
                && page.story()
                        .submission()
                        .sender()
                        .filter(caller.senders()::contains)
                        .isPresent();
        return new Explaining(mine ? lines(page) : List.of(), reasons.of(Reasons.Use.EXPLANATION), typed);
    }

    private static List<Line> lines(SubmissionPage page) {
        var lines = new ArrayList<Line>();
        Stream.concat(page.elsewhere().stream(), page.rows().stream().flatMap(row -> row.findings().stream()))
                .filter(one -> one.severity() == Severity.WARNING)
                .map(one -> new Line(one.rule(), one.message(), Optional.ofNullable(one.explanation())))
                .forEach(lines::add);
        page.rows().stream()
                .filter(SubmissionPage.Row::isAsked)
                .map(Explaining::jump)
                .forEach(lines::add);
        return lines;
    }

    private static Line jump(SubmissionPage.Row row) {
        var label = row.indicator().label();
        var asked = Stream.of(row.lastMonth(), row.lastYear())
                .flatMap(Optional::stream)
                .filter(Beside::isAsked)
                .findFirst()
                .orElseThrow();
        var number = row.indicator().number();
        var about = asked.isZero()
                ? new Bilingual(
                        "第%d项 %s 本月为零，上月为%s：是否属实".formatted(number, label.zh(), asked.figure()),
                        "%d %s is zero and was %s last month: is it so?".formatted(number, label.en(), asked.figure()))
                : new Bilingual(
                        "第%d项 %s 变动较大：%s".formatted(number, label.zh(), asked.change()),
                        "%d %s moved far: %s".formatted(number, label.en(), asked.change()));
        return new Line(JumpThresholds.ruleOf(row.indicator()), about, row.explained());
    }
}
