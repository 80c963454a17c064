package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.forms.CanonicalRule;
import org.jianxi.gateway.forms.Superseded;

/** Whether the day of an older version of the canonical form is over. The reader, which knows no time, says which version and which day. */
final class VersionAge {

    private static final CanonicalRule CLOSED = CanonicalRule.VERSION_CLOSED;

    private VersionAge() {}

    static Optional<Finding> check(List<Finding> said, EditionAge editions, Instant receivedAt) {
        return said.stream()
                .filter(VersionAge::isOld)
                .findFirst()
                .flatMap(old ->
                        Optional.ofNullable(old.lock()).flatMap(lock -> closed(old, lock, editions, receivedAt)));
    }

    /** What was said, without the warning that the refusal now says better. */
    static List<Finding> without(List<Finding> said, List<Finding> found) {
        return found.stream().anyMatch(finding -> finding.rule().equals(CLOSED.id()))
                ? said.stream().filter(finding -> !isOld(finding)).toList()
                : said;
    }

    private static Optional<Finding> closed(Finding old, Lock lock, EditionAge editions, Instant receivedAt) {
        var number = lock.facts().getOrDefault("version", "");
        return editions.forms().versions().all().stream()
                .filter(version -> Integer.toString(version.number()).equals(number))
                .flatMap(version -> version.superseded().stream())
                .filter(by -> !receivedAt.isBefore(by.acceptedUntil()
                        .plusDays(1)
                        .atStartOfDay(editions.zone())
                        .toInstant()))
                .findFirst()
                .map(by -> Finding.error(CLOSED, old.at(), message(number, by)).locked(lock));
    }

    private static Bilingual message(String number, Superseded by) {
        return new Bilingual(
                "规范报文第%s版自 %s 24:00 起不再受理，请按第%s版报送。变化：%s"
                        .formatted(
                                number,
                                by.acceptedUntil(),
                                by.newer(),
                                by.changes().zh()),
                "version %s of the canonical form is not taken any more since %s 24:00; send version %s. What changed: %s"
                        .formatted(
                                number,
                                by.acceptedUntil(),
                                by.newer(),
                                by.changes().en()));
    }

    private static boolean isOld(Finding finding) {
        return finding.rule().equals(CanonicalRule.VERSION_OLD.id());
    }
}
