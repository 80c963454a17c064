package org.jianxi.gateway.duties;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.forms.Code;

/**
 * What is asked of every office, from a month on.
 *
 * @param id such as {@code YN-2023}
 * @param validTo the last month; empty where only later rules end these
 * @param duties in the order in which they are shown, each measure once
 */
public record DutyRules(
        String id, String notice, Period validFrom, Optional<Period> validTo, List<Duty> duties, Showing showing) {

    public DutyRules {
        duties = List.copyOf(duties);
    }

    /**
     * When a post counts as shown to the public.
     *
     * @param withinDays calendar days after the day on which it was raised
     * @param shownWhen states of a post that say it without a day
     */
    public record Showing(int withinDays, Set<String> shownWhen) {
        public Showing {
            shownWhen = Set.copyOf(shownWhen);
        }
    }

    public Optional<Duty> find(Measure measure) {
        return duties.stream().filter(duty -> duty.measure() == measure).findFirst();
    }

    /** The kinds of posts that are asked for; none where the notice asks for none. */
    public List<Code> kinds() {
        return duties.stream()
                .filter(Duty.EveryKind.class::isInstance)
                .map(Duty.EveryKind.class::cast)
                .flatMap(duty -> duty.kinds().stream())
                .toList();
    }

    boolean isValid(Period month) {
        return month.compareTo(validFrom) >= 0
                && validTo.map(last -> month.compareTo(last) <= 0).orElse(true);
    }
}
