package org.jianxi.gateway.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;

/** What a monthly return's mapping has to find: the indicators of a form, its month and its sender. */
final class ReturnTargets {

    static final String PERIOD = "period";
    static final String SENDER = "sender";

    private ReturnTargets() {}

    static List<Target> of(ReturnForm form) {
        var targets = new ArrayList<Target>();
        form.indicators().forEach(one -> targets.add(target(one)));
        return targets;
    }

    static List<Target> heading() {
        return List.of(
                heading(
                        PERIOD,
                        new Bilingual("统计月份", "Month"),
                        List.of(
                                "统计月份",
                                "报告期",
                                "填报月份",
                                "统计期",
                                "统计年月",
                                "所属期",
                                "月份",
                                "年月",
                                "期间",
                                "report period",
                                "report month"),
                        List.of("AAE002", "period", "month", "ny", "ym")),
                heading(
                        SENDER,
                        new Bilingual("填报单位", "Reporting unit"),
                        List.of(
                                "填报单位",
                                "上报单位",
                                "报送单位",
                                "填报地区",
                                "行政区划",
                                "区划代码",
                                "州市",
                                "地区",
                                "单位",
                                "reporting office",
                                "reporting unit"),
                        List.of("AAA027", "AAB301", "sender", "dq", "xzqh", "dqdm", "region")));
    }

    private static Target heading(String id, Bilingual label, List<String> labels, List<String> codes) {
        return new Target(id, label, labels, codes, Optional.empty(), Optional.empty(), false);
    }

    private static Target target(Indicator one) {
        var labels = Stream.concat(
                        Stream.concat(Stream.of(one.label().zh()), one.alsoPrinted().stream()),
                        Stream.of(one.label().en()))
                .toList();
        return new Target(
                Integer.toString(one.number()),
                one.label(),
                labels,
                List.of(),
                one.partOf().map(number -> Integer.toString(number)),
                Optional.empty(),
                true);
    }
}
