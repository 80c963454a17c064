package org.jianxi.gateway.documents;

import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Lock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members {@code lock} and {@code facts} of a finding. */
final class LockJson {

    private LockJson() {}

    static void put(ObjectNode finding, Lock lock) {
        finding.put("lock", lock.kind().wireName());
        var facts = finding.putObject("facts");
        lock.facts().forEach(facts::put);
    }

    static @Nullable Lock read(JsonNode finding) {
        var facts = new TreeMap<String, String>();
        finding.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString("")));
        return Stream.of(Lock.Kind.values())
                .filter(kind -> kind.wireName().equals(finding.path("lock").asString("")))
                .findFirst()
                .map(kind -> new Lock(kind, facts))
                .orElse(null);
    }
}
