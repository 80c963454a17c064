package org.jianxi.gateway.registries.run;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.documents.YamlFile;

/** How a registry is reached. */
public sealed interface Way {

    /**
     * (a) It sends an extract now and then.
     *
     * @param file whose member {@code extract} says how the table is read
     * @param dated where in the file's name the day stands as of which it was made
     */
    record Extract(YamlFile file, Optional<Pattern> dated, Demands demands) implements Way {

        /** The day in a file's name: the pattern's first group, as digits of year, month and day, or of year and month. */
        public Optional<LocalDate> day(String fileName) {
            return dated.flatMap(pattern -> DayInName.find(pattern, fileName));
        }
    }

    /** (b) A service that is asked person by person; the member {@code service} of the file says how. */
    record Service(YamlFile file) implements Way {}

    /** (c) A registry agent; the member {@code agent} of the file says which. */
    record Agent(YamlFile file) implements Way {}

    /**
     * What an extract must keep beside the last one.
     *
     * @param leastPercent of the last one's rows that must be there
     * @param mostPercent of the last one's rows that may be there
     * @param usablePercent of its rows that must have a citizen's number
     * @param repeatedPercent of its entries that may say the very same as another
     */
    record Demands(int leastPercent, int mostPercent, int usablePercent, int repeatedPercent) {}
}
