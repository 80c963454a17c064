package org.jianxi.gateway.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/**
 * What was said beside a delivery, as it is kept: a verdict rests on it as on the content.
 *
 * @param senders the codes its credential spoke for, in order, with commas between
 * @param period the month it was brought for; empty text where only the content says
 */
public record Said(String senders, String period) {

    public static Said of(Set<Sender> senders, Optional<Period> period) {
        var codes = new TreeSet<>(senders).stream().map(Sender::code).collect(Collectors.joining(","));
        return new Said(codes, period.map(Period::toString).orElse(""));
    }

    public Set<Sender> speaksFor() {
        return Arrays.stream(senders.split(","))
                .map(Sender::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Period> forPeriod() {
        return Period.parse(period);
    }
}
