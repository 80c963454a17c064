package org.jianxi.gateway.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.mapping.notation.Characters;
import org.jianxi.gateway.mapping.notation.MappingRule;
import org.jianxi.gateway.mapping.source.Answer;
import org.jianxi.gateway.mapping.source.SourceDocument;

/** Reads the month, and holds what the document says against what it was delivered for. */
final class PeriodReader {

    private final PeriodRule rule;

    PeriodReader(PeriodRule rule) {
        this.rule = rule;
    }

    /** The month, when one is known; findings when it is not or when two are. */
    record Stated(Optional<Period> period, List<Finding> findings) {}

    Stated read(SourceDocument document, Optional<Period> delivered) {
        if (rule.address().isEmpty()) {
            return orElse(delivered, Place.WHOLE, new Bilingual("没有写明填报月份", "The month is not stated"));
        }
        return switch (document.find(rule.address().get())) {
            case Answer.NoSuchPlace none -> fallBack(delivered, none.nearest(), none.why());
            case Answer.Several several -> refused(several.first(), several.why());
            case Answer.Found found -> found(found, delivered);
        };
    }

    private Stated found(Answer.Found found, Optional<Period> delivered) {
        var text = found.value().asText();
        var months = rule.format().in(text);
        if (months.size() > 1) {
            return refused(
                    found.place(), new Bilingual("写有不止一个月份：" + months, "More than one month is written: " + months));
        }
        if (months.isEmpty()) {
            var shown = Characters.quoted(text);
            return fallBack(
                    delivered,
                    found.place(),
                    new Bilingual("“%s”不是填报月份".formatted(shown), "\"%s\" is not a month".formatted(shown)));
        }
        return agreed(months.getFirst(), delivered, found.place());
    }

    private Stated fallBack(Optional<Period> delivered, Place place, Bilingual why) {
        return rule.orElseDelivery() ? orElse(delivered, place, why) : refused(place, why);
    }

    private static Stated orElse(Optional<Period> delivered, Place place, Bilingual why) {
        return delivered.isPresent() ? new Stated(delivered, List.of()) : refused(place, why);
    }

    private static Stated agreed(Period written, Optional<Period> delivered, Place place) {
        return new Stated(
                Optional.of(written),
                contradiction(written, delivered, place).stream().toList());
    }

    /** What is wrong when a document speaks of another month than it was delivered for. */
    static Optional<Finding> contradiction(Period written, Optional<Period> delivered, Place place) {
        var rule = MappingRule.OTHER_PERIOD;
        return delivered
                .filter(other -> !other.equals(written))
                .map(other -> Finding.error(
                                rule,
                                place,
                                new Bilingual(
                                        "文件所写月份是%s，申报的月份是%s".formatted(written, other),
                                        "The document says %s, it was delivered for %s".formatted(written, other)))
                        .locked(Lock.of(
                                Lock.Kind.PERIOD,
                                Map.of("document", written.toString(), "delivered", other.toString()))));
    }

    private static Stated refused(Place place, Bilingual why) {
        var rule = CanonicalRule.PERIOD;
        return new Stated(Optional.empty(), List.of(Finding.error(rule, place, why)));
    }
}
