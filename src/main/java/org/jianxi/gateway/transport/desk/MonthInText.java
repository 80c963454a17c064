package org.jianxi.gateway.transport.desk;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Period;

/** The month that a file name or a subject line names: {@code 2023-06} or {@code 2023年6月}; none where it names two. */
public final class MonthInText {

    private static final Pattern HYPHENED = Pattern.compile("(?<![0-9])([0-9]{4})-([0-9]{2})(?!-?[0-9])");
    private static final Pattern CHINESE = Pattern.compile("(?<![0-9])([0-9]{4})\\s?年\\s?([0-9]{1,2})\\s?月");

    private MonthInText() {}

    public static Optional<Period> of(String text) {
        var found = new TreeSet<String>();
        for (var pattern : new Pattern[] {HYPHENED, CHINESE}) {
            pattern.matcher(text)
                    .results()
                    .forEach(match -> found.add(
                            "%s-%2s".formatted(match.group(1), match.group(2)).replace(' ', '0')));
        }
        return found.size() == 1 ? Period.parse(found.first()) : Optional.empty();
    }
}
