package org.jianxi.gateway.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.Cause;
import org.jianxi.gateway.filing.FiledReturns.Correction;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.SupplementaryReturn;
import org.jianxi.gateway.flow.NoticeBoard.News;
import org.jianxi.gateway.rollup.CellChange;
import tools.jackson.databind.json.JsonMapper;

/** Tells the units behind it that a filed return was corrected, or that the ministry sent one back. */
public record CorrectionNotices(NoticeBoard board, Clock clock) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Within the transaction of the filing: each unit whose figures changed is told which of its own cells did. */
    void filed(Filed filed, SupplementaryReturn correction) {
        for (var cause : correction.causes()) {
            var data = data(filed, cause.sender(), "filed");
            data.put("number", correction.number());
            data.put("corrects", correction.corrects().messageId());
            data.put("cause", cause.kind().wireName());
            data.put("submission", cause.by().submission());
            data.put("revision", cause.by().revision());
            data.put("indicators", indicators(cause));
            tell(filed, cause.sender(), data, filed.filedAt());
        }
    }

    /** Within the transaction that records the ministry's word. The reason is the office's to pass on: it may speak of others. */
    void returned(Filed filed) {
        sendersBehind(filed).forEach(sender -> tell(filed, sender, data(filed, sender, "returned"), clock.instant()));
    }

    private void tell(Filed filed, Sender sender, Map<String, Object> data, Instant at) {
        var event = String.valueOf(data.get("event"));
        var news = new News(
                NoticeKind.CORRECTION,
                "correction." + event,
                "correction/%s/%s/%s".formatted(filed.messageId(), sender.code(), event),
                data,
                at);
        board.tell(sender, filed.period(), news, at.plus(board.patience()));
    }

    private static Map<String, Object> data(Filed filed, Sender sender, String event) {
        var data = new LinkedHashMap<String, Object>();
        data.put("event", event);
        data.put("sender", sender.code());
        data.put("period", filed.period().toString());
        data.put("message", filed.messageId());
        return data;
    }

    private static List<Integer> indicators(Cause cause) {
        return cause.cells().stream().map(CellChange::indicator).sorted().toList();
    }

    /** As the filed documents say, so that it is known even while the ledger does not give the figures. */
    private static List<Sender> sendersBehind(Filed filed) {
        var tree = JSON.readTree(filed.correction().map(Correction::difference).orElse(filed.content()));
        return tree.path(filed.correction().isPresent() ? "causes" : "senders")
                .valueStream()
                .map(one -> new Sender(one.path("sender").asString("")))
                .toList();
    }
}
