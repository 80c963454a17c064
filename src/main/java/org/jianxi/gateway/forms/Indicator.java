package org.jianxi.gateway.forms;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;

/**
 * One numbered column of the return.
 *
 * @param number the number printed on the form; the only key anywhere
 * @param label as this edition prints it, and in English
 * @param alsoPrinted other wordings seen in print; never used as a key, only to find a column in a sender's sheet
 * @param partOf the indicator this one is an 其中 of
 * @param clause the note of the form that defines it
 */
public record Indicator(
        int number,
        Bilingual label,
        List<String> alsoPrinted,
        Unit unit,
        Measure measure,
        Optional<Integer> partOf,
        Bilingual definition,
        String clause) {

    public Indicator {
        alsoPrinted = List.copyOf(alsoPrinted);
    }

    /** That a return has no figure for it. */
    public Finding missingAt(Place place) {
        return Finding.error(
                CanonicalRule.MISSING.id(),
                place.forIndicator(number),
                new Bilingual(
                        "缺少指标%d（%s）；空白不等于零".formatted(number, label.zh()),
                        "There is no figure for indicator %d (%s); a blank is not a zero"
                                .formatted(number, label.en())),
                clause);
    }
}
