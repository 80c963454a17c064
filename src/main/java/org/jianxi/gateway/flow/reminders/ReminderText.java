package org.jianxi.gateway.flow.reminders;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jianxi.gateway.calendar.Deadlines;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.PeriodWindow;
import org.jianxi.gateway.flow.SenderStanding;
import org.jianxi.gateway.flow.SenderStanding.State;

/** What a reminder says: Chinese first, English below; no figure, and nothing of any other unit. */
public record ReminderText(String subject, String body) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** To a unit whose return is missing or was sent back. */
    static ReminderText toUnit(SenderStanding standing, Deadlines deadlines, Instant now) {
        var name = standing.unit().name();
        var period = deadlines.period();
        var day = deadlines.unitDay();
        var late = deadlines.isLate(now);
        var subject = "【就业见习月报%s】%s %s，截止 %s".formatted(late ? "逾期催报" : "催报", name, period, day);
        var zh = """
                %s：
                %s 就业见习月报%s %s 24:00 前报送省厅（云人社发〔2023〕18号 四）。截至 %s，%s。
                请核对后尽快报送；是否受理以回执为准。
                """.formatted(
                name, period, late ? "应于" : "须于", day, at(now, deadlines.zone()), standsZh(standing, deadlines.zone()));
        var en = """
                %s, monthly return %s: %s %s 24:00 (Shanghai). As of %s %s.
                Please deliver it; a receipt tells that it was accepted.
                """.formatted(
                        standing.unit().sender().code(),
                        period,
                        late ? "it was due by" : "it is due by",
                        day,
                        at(now, deadlines.zone()),
                        standsEn(standing));
        return new ReminderText(subject, zh + "\n" + en);
    }

    /** To the province's own office, whose return to the ministry is not acknowledged. */
    static ReminderText toOffice(PeriodWindow window, Bilingual stands, Instant now) {
        var deadlines = window.deadlines();
        var day = deadlines.provinceDay();
        var missing = window.count(State.MISSING) + window.count(State.REJECTED);
        var late = deadlines.isLateForProvince(now);
        var subject = "【全省汇总表%s】%s，截止 %s".formatted(late ? "逾期" : "待报", deadlines.period(), day);
        var zh = "%s 全省就业见习汇总表应于 %s 24:00 前报部（人社部发〔2023〕27号 四）。截至 %s，%s；尚无已受理报表的单位 %d 家。\n"
                .formatted(deadlines.period(), day, at(now, deadlines.zone()), stands.zh(), missing);
        var en =
                "The province's return of %s %s by %s 24:00 (Shanghai). As of %s %s; %d units have no accepted return.\n"
                        .formatted(
                                deadlines.period(),
                                late ? "was due" : "is due",
                                day,
                                at(now, deadlines.zone()),
                                stands.en(),
                                missing);
        return new ReminderText(subject, zh + "\n" + en);
    }

    private static String standsZh(SenderStanding standing, ZoneId zone) {
        return standing.state() == State.REJECTED
                ? "贵单位 %s 报送的报表有错误，已退回，尚未收到更正后的报表"
                        .formatted(at(standing.receivedAt().orElseThrow(), zone))
                : "尚未收到贵单位的报表";
    }

    private static String standsEn(SenderStanding standing) {
        return standing.state() == State.REJECTED
                ? "the last delivery was returned with errors and no correction has come"
                : "nothing has come";
    }

    private static String at(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }
}
