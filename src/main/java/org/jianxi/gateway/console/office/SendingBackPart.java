package org.jianxi.gateway.console.office;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Reason;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;

/**
 * What a delivery's page says of its being sent back.
 *
 * @param lines oldest first
 * @param open whether the unit is to answer
 * @param reasons to choose from
 * @param refused why the last act was not done
 */
public record SendingBackPart(List<Line> lines, boolean open, List<Reason> reasons, List<Finding> refused) {

    public SendingBackPart {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
        refused = List.copyOf(refused);
    }

    /** @param at in Shanghai @param state {@code open}, {@code answered} or {@code undone} */
    public record Line(LocalDateTime at, Bilingual reason, String words, String state) {

        private static Line of(SentBack one, Reasons reasons, ZoneId zone) {
            var act = one.act();
            return new Line(
                    LocalDateTime.ofInstant(act.at(), zone),
                    ReasonWords.of(reasons, Reasons.Use.RETURN_TO_SENDER, act.reason()),
                    act.words(),
                    one.state());
        }
    }

    static SendingBackPart of(List<SentBack> acts, Reasons reasons, ZoneId zone, List<Finding> refused) {
        return new SendingBackPart(
                acts.stream().map(one -> Line.of(one, reasons, zone)).toList(),
                acts.stream().anyMatch(SentBack::isOpen),
                reasons.of(Reasons.Use.RETURN_TO_SENDER),
                refused);
    }
}
