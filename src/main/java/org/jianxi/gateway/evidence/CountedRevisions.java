package org.jianxi.gateway.evidence;

import java.util.HashMap;
import java.util.Map;
import org.jianxi.gateway.evidence.Failure.Reason;

/**
 * Which revision of each sender counts in a bundle's return: nothing that was accepted before the filing may have been left out.
 *
 * @param ledgerPosition the size of the ledger that the return was added up at
 */
record CountedRevisions(String period, long ledgerPosition, Map<String, Long> revisions) {

    static CountedRevisions in(Bundle bundle) throws Doubt {
        var filed = bundle.statement(Names.RETURN + "entry.json");
        var revisions = new HashMap<String, Long>();
        for (var name : bundle.startingWith("submissions/")) {
            if (name.endsWith("/entry.json")) {
                var entry = bundle.statement(name);
                revisions.put(entry.text("sender"), entry.number("revision"));
            }
        }
        return new CountedRevisions(filed.text("period"), filed.number("ledgerPosition"), revisions);
    }

    /** A receipt of this month from before the filing: what it speaks of counts, or something that replaced it. */
    void include(Statement receipt, String between) throws Doubt {
        if (!receipt.text("period").equals(period) || receipt.number("position") >= ledgerPosition) {
            return;
        }
        var sender = receipt.text("sender");
        var counts = revisions.getOrDefault(sender, 0L);
        if (counts < receipt.number("revision")) {
            throw new Doubt(
                    Reason.ENTRY_DIFFERS,
                    between,
                    sender + " revision " + receipt.number("revision") + " or later",
                    counts == 0 ? "a gap" : "revision " + counts);
        }
    }
}
