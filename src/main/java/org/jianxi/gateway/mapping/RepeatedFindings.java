package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.mapping.clause.ClauseRule;
import org.jianxi.gateway.mapping.conversion.FieldDemand;

/**
 * What a document's records say again and again: infos, and fields they should have that the mapping does not read. Told once for
 * each rule and field, with the count, so that errors are not buried.
 */
final class RepeatedFindings {

    private static final int MOST_NAMED = 10;

    private final RecordFields fields;
    private final Map<Kind, Told> kinds = new LinkedHashMap<>();

    RepeatedFindings(RecordFields fields) {
        this.fields = fields;
    }

    /** Whether it is kept back until the end. */
    boolean takes(Finding finding) {
        var field = finding.at().field();
        if (field == null || (finding.severity() != Severity.INFO && !isUnread(finding, field))) {
            return false;
        }
        kinds.computeIfAbsent(new Kind(finding.rule(), field), kind -> new Told(finding))
                .count(finding);
        return true;
    }

    private boolean isUnread(Finding finding, String field) {
        return (finding.rule().equals(FieldDemand.REQUIRED.id())
                        || finding.rule().equals(ClauseRule.MENTOR.id()))
                && fields.dataset().find(field).filter(fields::isMapped).isEmpty();
    }

    /** Each at its first place. */
    List<Finding> all() {
        return kinds.values().stream().map(Told::whole).toList();
    }

    private record Kind(String rule, String field) {}

    private static final class Told {

        private final Finding first;
        private final List<Long> named = new ArrayList<>(MOST_NAMED);
        private long count;

        Told(Finding first) {
            this.first = first;
        }

        void count(Finding finding) {
            count++;
            if (named.size() < MOST_NAMED) {
                named.add(Objects.requireNonNull(finding.at().record()));
            }
        }

        Finding whole() {
            if (count == 1) {
                return first;
            }
            var numbers = named.stream().map(String::valueOf).toList();
            var isAll = count == named.size();
            return first.worded(new Bilingual(
                    "%s（共%d条记录：第%s条%s）"
                            .formatted(first.message().zh(), count, String.join("、", numbers), isAll ? "" : "等"),
                    "%s (%d records: no. %s%s)"
                            .formatted(first.message().en(), count, String.join(", ", numbers), isAll ? "" : ", …")));
        }
    }
}
