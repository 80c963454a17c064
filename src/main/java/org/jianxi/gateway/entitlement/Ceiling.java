package org.jianxi.gateway.entitlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.Unit;

/**
 * What could at most be paid from 1 January to the end of a month, in fen: the bound of indicator 14.
 *
 * @param entitled due in the months from January on
 * @param open due in earlier years as far as rules speak of them, and not paid in them
 * @param ahead left of terms by early contracts in later months, which may be paid as soon as there is the contract
 * @param outside paid in the year as what, or for months that, no rule puts an amount to: taken as it stands
 * @param monthsWithoutRule months of placements that no dated rule speaks of; what was due in them is in no sum here
 */
public record Ceiling(long entitled, long open, long ahead, long outside, long monthsWithoutRule) {

    static final Ceiling NONE = new Ceiling(0, 0, 0, 0, 0);

    public long total() {
        return entitled + open + ahead + outside;
    }

    /**
     * Asks where indicator 14 says more, as the form prints both.
     *
     * @param reported fen
     */
    public Optional<Question> ask(long reported) {
        var said = Unit.TEN_THOUSAND_YUAN.print(reported);
        var most = Unit.TEN_THOUSAND_YUAN.print(total());
        if (new BigDecimal(said).compareTo(new BigDecimal(most)) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                EntitlementRule.CEILING,
                Optional.empty(),
                List.of(),
                new Bilingual(
                        "指标14为%s万元，由记录推算至多%s万元".formatted(said, most),
                        "Indicator 14 is %s (万元); by the records it is %s at most".formatted(said, most)),
                EntitlementRule.CEILING.clause()));
    }

    Ceiling plus(Ceiling other) {
        return new Ceiling(
                Math.addExact(entitled, other.entitled),
                Math.addExact(open, other.open),
                Math.addExact(ahead, other.ahead),
                Math.addExact(outside, other.outside),
                monthsWithoutRule + other.monthsWithoutRule);
    }
}
