package org.jianxi.gateway.flow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.NoticeKind;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.ReturnedSubmissions.SendingBack;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;
import org.jianxi.gateway.flow.NoticeBoard.News;

/** Tells a unit what the office did about its return. The words are called for with the unit's own key. */
public record OfficeNotices(NoticeBoard board) {

    private static final String CALL = "/api/v1/submissions/";

    void sentBack(SendingBack act, long position) {
        tell("returned", act, position, act.at());
    }

    void takenBack(SentBack one, Instant at) {
        tell("return-undone", one.act(), one.position(), at);
    }

    void excepted(LateException one, long position) {
        var data = new LinkedHashMap<String, Object>();
        data.put("sender", one.sender().code());
        data.put("period", one.period().toString());
        data.put("until", one.until().toString());
        data.put("reason", one.reason());
        data.put("href", "/api/v1/windows/" + one.period() + "/exceptions");
        tell("late-exception/" + position, "late-exception", one.sender(), one.period(), data, one.at());
    }

    private void tell(String event, SendingBack act, long position, Instant at) {
        var data = new LinkedHashMap<String, Object>();
        data.put("sender", act.sender().code());
        data.put("period", act.period().toString());
        data.put("submission", act.submission());
        data.put("revision", act.revision());
        data.put("reason", act.reason());
        data.put("href", CALL + act.submission());
        tell(event + "/" + position, event, act.sender(), act.period(), data, at);
    }

    private void tell(
            String subject, String event, Sender sender, Period period, Map<String, Object> data, Instant at) {
        var news = new News(NoticeKind.OFFICE, "office." + event, "office/" + subject, data, at);
        board.tell(sender, period, news, at.plus(board.patience()));
    }
}
