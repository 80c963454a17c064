package org.jianxi.gateway.console.office;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Reason;
import org.jianxi.gateway.flow.OfficeRemarks.Remarked;
import org.jianxi.gateway.intake.Caller;

/**
 * What the month's page says beside each unit's state.
 *
 * @param returned by the unit's code: why its return was sent back
 * @param exceptions by the unit's code
 * @param reasons to choose from for an exception
 * @param refused why the last act was not done
 */
public record MonthRemarks(
        Map<String, Bilingual> returned,
        Map<String, Excepted> exceptions,
        List<Reason> reasons,
        List<Finding> refused) {

    public MonthRemarks {
        returned = Map.copyOf(returned);
        exceptions = Map.copyOf(exceptions);
        reasons = List.copyOf(reasons);
        refused = List.copyOf(refused);
    }

    /** @param until the last day on which the return is awaited, as written; @param words for the office and the unit itself */
    public record Excepted(String until, Bilingual reason, Optional<String> words) {}

    static MonthRemarks of(Remarked remarked, Reasons reasons, List<Finding> refused, Caller caller) {
        var returned = new LinkedHashMap<String, Bilingual>();
        remarked.returned()
                .forEach((sender, one) -> returned.put(
                        sender.code(),
                        ReasonWords.of(
                                reasons, Reasons.Use.RETURN_TO_SENDER, one.act().reason())));
        var exceptions = new LinkedHashMap<String, Excepted>();
        remarked.exceptions()
                .forEach((sender, one) -> exceptions.put(
                        sender.code(),
                        new Excepted(
                                one.until().toString(),
                                ReasonWords.of(reasons, Reasons.Use.LATE_EXCEPTION, one.reason()),
                                Optional.of(one.words()).filter(words -> caller.mayReadWordsTo(sender)))));
        return new MonthRemarks(returned, exceptions, reasons.of(Reasons.Use.LATE_EXCEPTION), refused);
    }
}
