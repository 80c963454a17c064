package org.jianxi.gateway.publishing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.DivisionCodes;
import org.jianxi.gateway.forms.Divisions;

/** Units and posts as they lie in the clear beside their records. */
public final class Published {

    public static final Path HOME = Path.of("");
    public static final Publications LISTS = Publications.load(HOME, Datasets.load(HOME));
    public static final Words WORDS = new Words(DivisionCodes.load(HOME), Divisions.reportingUnits(HOME));
    public static final Instant SINCE = Instant.parse("2023-06-05T01:00:00Z");

    private Published() {}

    public static PublicRow unit(int number, String... more) {
        return row(
                "unit" + number,
                SINCE,
                content(
                        Map.of(
                                "unitId", "U-" + number,
                                "uscc", "9153010" + number,
                                "name", "昆明测试见习单位" + number,
                                "reportingOffice", "530100",
                                "divisionCode", "530102",
                                "industryCode", "C",
                                "unitNature", "企业",
                                "address", "五华区测试路1号",
                                "recognisedOn", "2022-03-01",
                                "status", "RECOGNISED"),
                        more));
    }

    public static PublicRow post(int number, String... more) {
        var first = content(Map.of(
                "postId", "G-" + number,
                "unitId", "U-1",
                "title", "会计见习岗" + number,
                "category", "MANAGEMENT",
                "headcount", "2",
                "durationMonths", "6",
                "monthlyAllowance", "1800.00",
                "workDivisionCode", "530102",
                "workAddress", "测试路1号",
                "demonstration", "true"));
        first.putAll(Map.of("raisedOn", "2022-11-01", "publicityFrom", "2022-11-05", "status", "PUBLISHED"));
        return row("post" + number, SINCE.plusSeconds(60), content(first, more));
    }

    private static PublicRow row(String id, Instant since, Map<String, String> content) {
        return new PublicRow(id, new Sender("530100"), content, since);
    }

    /** @param more name and value by turns; a name with an empty value takes the field away */
    private static Map<String, String> content(Map<String, String> first, String... more) {
        var content = new HashMap<>(first);
        for (var at = 0; at < more.length; at += 2) {
            content.put(more[at], more[at + 1]);
        }
        content.values().removeIf(String::isEmpty);
        return content;
    }
}
