package org.jianxi.gateway.flow.inquiries;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.NoticeBoard;
import org.jianxi.gateway.flow.NoticeBoard.News;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.Matter;

/** Tells the sides of an inquiry what becomes of it, by its number. A thing is told once. */
record InquiryNews(NoticeBoard board, Matter matter) {

    void found(List<Inquiry> cases, Instant at) {
        cases.forEach(one -> tell(one, "found", senders(one), at));
    }

    void lapsed(List<Inquiry> cases, Instant at) {
        cases.forEach(one -> tell(one, "lapsed", senders(one), at));
    }

    void closed(Inquiry one, Instant at) {
        tell(one, "closed", senders(one), at);
    }

    /** @param stage {@code due-soon} or {@code overdue}; only who has not closed its part is told */
    void remind(Inquiry one, String stage, Instant at) {
        tell(one, stage, one.waitingFor(), at);
    }

    private static List<Sender> senders(Inquiry one) {
        return one.sides().stream().map(Inquiry.Side::sender).toList();
    }

    private void tell(Inquiry one, String event, Collection<Sender> senders, Instant at) {
        var kind = NoticeKind.named(matter.wireName()).orElseThrow();
        for (var sender : senders) {
            var subject = String.join("/", matter.place(one.number()), sender.code(), event);
            board.tell(sender, new News(kind, matter.wireName() + "." + event, subject, data(one, sender), at));
        }
    }

    private Map<String, Object> data(Inquiry one, Sender sender) {
        var data = new LinkedHashMap<String, Object>();
        data.put("sender", sender.code());
        data.put("number", one.number());
        data.put("kind", one.kind().wireName());
        data.put("dueOn", one.dueOn().toString());
        data.put("href", "/api/v1/" + matter.wireName() + "s/" + one.number());
        return data;
    }
}
