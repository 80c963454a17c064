package org.jianxi.gateway.flow;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Approvals.Approval;
import org.jianxi.gateway.filing.Approvals.Withdrawal;
import org.jianxi.gateway.filing.Approvals.Withdrawn;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.ReturnedSubmissions.SendingBack;
import org.jianxi.gateway.filing.ReturnedSubmissions.TakingBack;
import org.jianxi.gateway.signing.Sm3;

/** What the ledger says of the office's acts on a unit's return and on the province's figures. Of the words it holds the digest alone, so that they can be shown and need not be. */
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

    public static Map<String, Object> of(TakingBack act) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("submission", act.returned().act().submission());
        facts.put("returned", Long.toString(act.returned().position()));
        facts.put("by", act.by());
        facts.put("recordedAt", act.at().toString());
        return facts;
    }

    public static Map<String, Object> of(Approval one) {
        var facts = figures(one);
        facts.put("readUpTo", Long.toString(one.ledgerPosition()));
        facts.put("gaps", codes(one.gaps()));
        facts.put("returned", codes(one.returned()));
        facts.put("by", one.approvedBy());
        facts.put("recordedAt", one.approvedAt().toString());
        return facts;
    }

    /** @param taken approvals of the same figures, taken back by one act */
    public static Map<String, Object> ofWithdrawal(List<Approval> taken, Withdrawal act) {
        return ofWithdrawal(taken.getFirst(), approvers(taken), act);
    }

    /** Of each row what the one act says: where all are as they were written, they say the same. */
    static List<Map<String, Object>> ofEach(List<Withdrawn> rows) {
        var approvers = approvers(rows.stream().map(Withdrawn::approval).toList());
        return rows.stream()
                .map(row -> ofWithdrawal(row.approval(), approvers, row.withdrawal()))
                .toList();
    }

    private static Map<String, Object> ofWithdrawal(Approval one, String approvers, Withdrawal act) {
        var facts = figures(one);
        facts.put("approvedBy", approvers);
        facts.put("reason", act.reason());
        facts.put("text", digest(act.words()));
        facts.put("by", act.by());
        facts.put("recordedAt", act.at().toString());
        return facts;
    }

    private static String approvers(List<Approval> taken) {
        return taken.stream().map(Approval::approvedBy).collect(Collectors.joining(","));
    }

    private static Map<String, Object> figures(Approval one) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("period", one.period().toString());
        facts.put("revision", (long) one.revision());
        facts.put("figures", one.figures().hex());
        return facts;
    }

    private static String codes(List<Sender> senders) {
        return senders.stream().map(Sender::code).collect(Collectors.joining(","));
    }

    private static String digest(String words) {
        return Sm3.of(words.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
