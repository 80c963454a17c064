package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.SupplementaryReturn.Corrects;
import org.jianxi.gateway.ledger.Retention;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.jianxi.gateway.signing.Sm3;

/** What the ledger says of a filing. Whoever holds the entry can tell every document of it from a forged one. */
final class FilingStatement {

    private FilingStatement() {}

    /** @param leaves the province's figures, salted */
    static Map<String, Object> of(Filed filed, SaltedLeaves leaves, NextFiling next) {
        var body = new LinkedHashMap<String, Object>(ofRow(filed));
        body.putAll(Retention.facts(leaves, Map.of()));
        next.correction().ifPresent(correction -> body.put("corrects", corrects(correction.corrects())));
        return body;
    }

    /** The part that repeats the row, made again from it whenever the ledger is checked. */
    static Map<String, Object> ofRow(Filed filed) {
        var body = new LinkedHashMap<String, Object>();
        body.put("messageId", filed.messageId());
        body.put("period", filed.period().toString());
        body.put("revision", (long) filed.revision());
        body.put("ledgerPosition", filed.ledgerPosition());
        body.put("figures", filed.figures().hex());
        body.put("content", Sm3.of(filed.content()).hex());
        body.put("document", Sm3.of(filed.document()).hex());
        body.put("signature", Sm3.of(filed.signature()).hex());
        body.put(
                "secondSignature",
                filed.secondSignature().map(Sm3::of).map(Digest::hex).orElse(""));
        filed.correction().ifPresent(correction -> {
            body.put("number", (long) correction.number());
            body.put("difference", Sm3.of(correction.difference()).hex());
        });
        body.put("approvedBy", filed.approvedBy());
        body.put("filedBy", filed.filedBy());
        body.put("filedAt", filed.filedAt().toString());
        return body;
    }

    private static Map<String, String> corrects(Corrects corrects) {
        return Map.of(
                "messageId",
                corrects.messageId(),
                "document",
                corrects.document().hex());
    }
}
