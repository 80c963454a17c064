package org.jianxi.gateway.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.SupplementaryReturn.Corrects;
import org.jianxi.gateway.signing.Sm3;

/** What the ledger says of a filing. Whoever holds the entry can tell every document of it from a forged one. */
final class FilingStatement {

    private FilingStatement() {}

    /** @param root of the salted leaves of the province's figures */
    static Map<String, Object> of(Filed filed, Digest root, NextFiling next) {
        var body = new LinkedHashMap<String, Object>();
        body.put("messageId", filed.messageId());
        body.put("period", filed.period().toString());
        body.put("revision", (long) filed.revision());
        body.put("ledgerPosition", filed.ledgerPosition());
        body.put("figures", filed.figures().hex());
        body.put("root", root.hex());
        body.put("content", Sm3.of(filed.content()).hex());
        body.put("document", Sm3.of(filed.document()).hex());
        next.correction().ifPresent(correction -> body.put("corrects", corrects(correction.corrects())));
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
