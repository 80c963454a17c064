package org.jianxi.gateway.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.mapping.conversion.FieldDemand;

/**
 * One check of the integrator's own, over one record or return.
 *
 * @param place asked for only when there is something to tell
 */
record SourceChecked(SourceCheck check, String dataset, Supplier<Place> place) {

    /** Empty when it holds. One that cannot be decided is an error: a check that fell silent would pass for one that held. */
    Optional<Finding> judge(Map<String, String> text, Map<String, Object> fields) {
        var holds = check.condition().holds(text, fields);
        if (holds.isEmpty()) {
            return Optional.of(Finding.error(
                    FieldDemand.EXPRESSION,
                    place.get(),
                    new Bilingual(
                            "核对%s无法判断；字段可能为空时请先写has(f.字段)".formatted(check.id()),
                            "%s cannot be decided; where a field may be absent, ask has(f.field) first"
                                    .formatted(check.id()))));
        }
        return holds.get() ? Optional.empty() : Optional.of(broken());
    }

    private Finding broken() {
        var clause = "mappings " + dataset + " checks";
        return check.severity() == Severity.WARNING
                ? Finding.warning(check.id(), place.get(), check.text(), clause)
                : Finding.error(check.id(), place.get(), check.text(), clause);
    }
}
