package org.jianxi.gateway.forms;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Lock;
import org.jianxi.gateway.canonical.Place;

/**
 * One version of the canonical form: what it calls the members of the heading. What they mean is the same in all versions.
 *
 * @param number XML says it in its namespace, JSON in the member {@code version}, which version 1 does not have
 * @param names what it calls a member, by the name in version 1; those not named have kept theirs
 * @param superseded when another version has taken its place
 */
public record CanonicalVersion(int number, Map<String, String> names, Optional<Superseded> superseded) {

    static final String MEMBER = "version";
    static final CanonicalVersion FIRST = new CanonicalVersion(1, Map.of(), Optional.empty());

    public CanonicalVersion {
        names = Map.copyOf(names);
    }

    String namespace() {
        return CanonicalWords.FAMILY + number;
    }

    boolean isFirst() {
        return number == FIRST.number;
    }

    /** What this version calls a member of version 1. */
    String nameOf(String first) {
        return names.getOrDefault(first, first);
    }

    /** What version 1 calls a member of this one; what this version does not know keeps a name that version 1 does not know either. */
    String firstNameOf(String own) {
        return names.entrySet().stream()
                .filter(name -> name.getValue().equals(own))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(() -> names.containsKey(own) ? own + "@" + FIRST.number : own);
    }

    /** Says until when it is taken, where another has taken its place. Whether that day is over is for who knows the time. */
    Optional<Finding> age() {
        return superseded.map(by -> {
            var rule = CanonicalRule.VERSION_OLD;
            var facts = new TreeMap<>(Map.of(
                    "version", Integer.toString(number),
                    "newer", by.newer(),
                    "acceptedUntil", by.acceptedUntil().toString()));
            var message = new Bilingual(
                    "规范报文第%d版已由第%s版替代，受理至 %s 24:00。变化：%s"
                            .formatted(
                                    number,
                                    by.newer(),
                                    by.acceptedUntil(),
                                    by.changes().zh()),
                    "version %d of the canonical form was replaced by version %s and is taken until %s 24:00. What changed: %s"
                            .formatted(
                                    number,
                                    by.newer(),
                                    by.acceptedUntil(),
                                    by.changes().en()));
            return Finding.warning(rule, Place.WHOLE, message).locked(new Lock(Lock.Kind.VERSION, facts));
        });
    }
}
