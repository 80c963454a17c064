package org.jianxi.gateway.canonical;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong or worth saying about a delivery: what, where, by which rule and clause, and what would mend it.
 *
 * @param rule stable id: {@code L-n} printed relations, {@code B-n} balance rules, {@code F-…} fields and codes,
 *     {@code S-…} structure, {@code P-…} period and deadline, {@code M-…} money
 * @param at place in the sender's own terms
 * @param clause the clause of the notice the rule rests on, or of our own rule book where the notice is silent
 * @param values the figures the rule looked at, as the form prints them, by indicator
 * @param previous last month's figures the rule looked at, likewise
 * @param shortBy how much is missing, as the form prints it; null where the rule is not an inequality
 * @param repairs every smallest single change that would do
 * @param explanation the sender's explanation (说明) in force for this warning, or null
 * @param lock what it is that holds the delivery up, or null where the figures themselves are wrong
 */
public record Finding(
        String rule,
        Severity severity,
        Place at,
        Bilingual message,
        String clause,
        SortedMap<Integer, String> values,
        SortedMap<Integer, String> previous,
        @Nullable String shortBy,
        List<Repair> repairs,
        @Nullable String explanation,
        @Nullable Lock lock) {

    public Finding {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        previous = Collections.unmodifiableSortedMap(new TreeMap<>(previous));
        repairs = List.copyOf(repairs);
    }

    /** About figures: no lock holds them. */
    public Finding(
            String rule,
            Severity severity,
            Place at,
            Bilingual message,
            String clause,
            SortedMap<Integer, String> values,
            SortedMap<Integer, String> previous,
            @Nullable String shortBy,
            List<Repair> repairs,
            @Nullable String explanation) {
        this(rule, severity, at, message, clause, values, previous, shortBy, repairs, explanation, null);
    }

    /** As grave as the rule says, without figures to show. */
    public static Finding of(StatedRule rule, Place at, Bilingual message) {
        return plain(rule.id(), rule.severity(), at, message, rule.clause());
    }

    /** An error that has no figures to show and rests on the rule's own clause. */
    public static Finding error(StatedRule rule, Place at, Bilingual message) {
        return error(rule.id(), at, message, rule.clause());
    }

    public static Finding warning(StatedRule rule, Place at, Bilingual message) {
        return warning(rule.id(), at, message, rule.clause());
    }

    public static Finding info(StatedRule rule, Place at, Bilingual message) {
        return info(rule.id(), at, message, rule.clause());
    }

    /** An error that has no figures to show. */
    public static Finding error(String rule, Place at, Bilingual message, String clause) {
        return plain(rule, Severity.ERROR, at, message, clause);
    }

    public static Finding warning(String rule, Place at, Bilingual message, String clause) {
        return plain(rule, Severity.WARNING, at, message, clause);
    }

    public static Finding info(String rule, Place at, Bilingual message, String clause) {
        return plain(rule, Severity.INFO, at, message, clause);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Finding explained(String text) {
        return new Finding(rule, severity, at, message, clause, values, previous, shortBy, repairs, text, lock);
    }

    public Finding placed(Place elsewhere) {
        return new Finding(
                rule, severity, elsewhere, message, clause, values, previous, shortBy, repairs, explanation, lock);
    }

    public Finding worded(Bilingual otherwise) {
        return new Finding(
                rule, severity, at, otherwise, clause, values, previous, shortBy, repairs, explanation, lock);
    }

    public Finding locked(Lock by) {
        return new Finding(rule, severity, at, message, clause, values, previous, shortBy, repairs, explanation, by);
    }

    private static Finding plain(String rule, Severity severity, Place at, Bilingual message, String clause) {
        return new Finding(
                rule, severity, at, message, clause, new TreeMap<>(), new TreeMap<>(), null, List.of(), null);
    }

    /** Whether any of these blocks the return. */
    public static boolean anyError(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isError);
    }
}
