package org.jianxi.gateway.flow;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.ReturnedSubmissions.SendingBack;
import org.jianxi.gateway.signing.Sm3;

/** What the ledger says of the office's acts on a unit's return. Of the words it holds the digest alone, so that they can be shown and need not be. */
public final class OfficeStatements {

    private OfficeStatements() {}

    public static Map<String, Object> of(SendingBack act) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("submission", act.submission());
        facts.put("sender", act.sender().code());
        facts.put("period", act.period().toString());
        facts.put("revision", (long) act.revision());
        facts.put("reason", act.reason());
        facts.put("text", digest(act.words()));
        facts.put("by", act.by());
        facts.put("recordedAt", act.at().toString());
        return facts;
    }

    public static Map<String, Object> of(LateException one) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("sender", one.sender().code());
        facts.put("period", one.period().toString());
        facts.put("until", one.until().toString());
        facts.put("reason", one.reason());
        facts.put("text", digest(one.words()));
        facts.put("by", one.by());
        facts.put("recordedAt", one.at().toString());
        return facts;
    }

    private static String digest(String words) {
        return Sm3.of(words.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
