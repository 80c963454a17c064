package org.jianxi.gateway.registries.lookups;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.jianxi.gateway.signing.CanonicalBytes;

/**
 * One line of the ledger, as canonical JSON.
 *
 * @param run the match run that asks; 0 where none does
 */
record LookupLine(Lookups.Scope scope, Lookups.Question question, boolean repeated, long run) {

    String text(LookupRows.Last before, Instant now) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("at", now.toString());
        tree.put("registry", scope.registry());
        tree.put("number", before.number() + 1);
        tree.put("reference", question.slip().reference());
        tree.put("request", question.request().hex());
        tree.put("people", question.people());
        tree.put(
                "persons",
                Lookups.commitment(question.slip(), question.persons()).hex());
        tree.put("snapshot", scope.snapshot());
        tree.put("purpose", scope.purpose());
        tree.put("legalBasis", scope.legalBasis());
        tree.put("actor", scope.actor());
        tree.put("run", run);
        tree.put("outcome", repeated ? "repeated" : "asked");
        tree.put("previous", before.digest().hex());
        return CanonicalBytes.text(tree);
    }
}
