package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.ledger.ReturnKey;

/**
 * What a delivery meets because of when it comes, each lock by its name: some keep it out, the others let it in and say what follows.
 * Asked inside the transaction of the verdict; trying a return out and {@code check}, which know no moment of receipt, do not ask.
 *
 * @param office what the office has done with a month; asked now, or as it was recorded
 */
public record Locks(MonthOver monthOver, EditionAge editions, Office office) {

    /** What follows from the office's acts for one return, by when it came. */
    @FunctionalInterface
    public interface Office {
        List<Finding> of(ReturnKey key, Instant receivedAt);
    }

    Examined check(Examined examined, Delivery delivery) {
        if (examined.reading().batch().isPresent()) {
            return examined;
        }
        return examined.reading()
                .key(delivery)
                .map(key -> with(examined, found(examined, delivery, key)))
                .orElse(examined);
    }

    private List<Finding> found(Examined examined, Delivery delivery, ReturnKey key) {
        var period = key.period();
        var edition = examined.judgement().form().flatMap(form -> editions.check(form, period, delivery.receivedAt()));
        var version = VersionAge.check(examined.findings(), editions, delivery.receivedAt());
        var said = office.of(key, delivery.receivedAt());
        var shut = Stream.concat(
                        Stream.of(monthOver.check(period, delivery), edition, version)
                                .flatMap(Optional::stream),
                        said.stream())
                .filter(Finding::isError)
                .toList();
        if (!shut.isEmpty() || examined.accepted().isEmpty()) {
            return shut;
        }
        return Stream.concat(
                        Stream.of(edition, monthOver.late(period, delivery)).flatMap(Optional::stream), said.stream())
                .toList();
    }

    private static Examined with(Examined examined, List<Finding> found) {
        var findings = new ArrayList<>(VersionAge.without(examined.findings(), found));
        findings.addAll(found);
        var judgement = examined.judgement().finding(findings);
        return new Examined(examined.reading(), judgement, examined.signer(), examined.notYours());
    }
}
