package org.jianxi.gateway.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a record is shown at all.
 *
 * @param when codes, one of which each of these fields must have
 * @param from fields with a day before which it is not shown
 * @param until fields with a day from which on it is shown no longer
 * @param through fields with a day after which it is shown no longer
 */
public record Shown(Map<String, List<String>> when, List<String> from, List<String> until, List<String> through) {

    public static final Shown ALWAYS = new Shown(Map.of(), List.of(), List.of(), List.of());

    public Shown {
        when = Map.copyOf(when);
        from = List.copyOf(from);
        until = List.copyOf(until);
        through = List.copyOf(through);
    }

    /** @param content canonical text by field; a day that is not given hides nothing */
    public boolean on(LocalDate day, Map<String, String> content) {
        return when.entrySet().stream().allMatch(one -> one.getValue().contains(content.getOrDefault(one.getKey(), "")))
                && from.stream()
                        .noneMatch(field -> day(content, field, LocalDate.MIN).isAfter(day))
                && until.stream()
                        .allMatch(field -> day(content, field, LocalDate.MAX).isAfter(day))
                && through.stream()
                        .noneMatch(field -> day(content, field, LocalDate.MAX).isBefore(day));
    }

    private static LocalDate day(Map<String, String> content, String field, LocalDate otherwise) {
        var written = content.get(field);
        return written == null ? otherwise : LocalDate.parse(written);
    }

    Set<String> fields() {
        var all = new TreeSet<>(when.keySet());
        all.addAll(from);
        all.addAll(until);
        all.addAll(through);
        return all;
    }
}
