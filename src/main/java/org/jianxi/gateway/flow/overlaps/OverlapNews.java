package org.jianxi.gateway.flow.overlaps;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.NoticeBoard.News;
import org.jianxi.gateway.overlaps.OverlapCase;

/** Tells the sides of a case what becomes of it, by its match number. A thing is told once. */
record OverlapNews(NoticeBoard board) {

    void found(List<OverlapCase> cases, Instant at) {
        cases.forEach(one -> tell(one, "found", senders(one), at));
    }

    void lapsed(List<OverlapCase> cases, Instant at) {
        cases.forEach(one -> tell(one, "lapsed", senders(one), at));
    }

    void closed(OverlapCase one, Instant at) {
        tell(one, "closed", senders(one), at);
    }

    /** @param stage {@code due-soon} or {@code overdue}; only who has not closed its part is told */
    void remind(OverlapCase one, String stage, Instant at) {
        tell(one, stage, one.waitingFor(), at);
    }

    private static List<Sender> senders(OverlapCase one) {
        return one.sides().stream().map(OverlapCase.Side::sender).toList();
    }

    private void tell(OverlapCase one, String event, Collection<Sender> senders, Instant at) {
        for (var sender : senders) {
            var subject = "overlap/%d/%s/%s".formatted(one.number(), sender.code(), event);
            board.tell(sender, new News(NoticeKind.OVERLAP, "overlap." + event, subject, data(one, sender), at));
        }
    }

    private static Map<String, Object> data(OverlapCase one, Sender sender) {
        var data = new LinkedHashMap<String, Object>();
        data.put("sender", sender.code());
        data.put("number", one.number());
        data.put("kind", one.kind().wireName());
        data.put("dueOn", one.dueOn().toString());
        data.put("href", "/api/v1/overlaps/" + one.number());
        return data;
    }
}
