package org.jianxi.gateway.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.filing.Reasons;
import org.jianxi.gateway.filing.Reasons.Reason;

/**
 * Why an officer does what needs a reason: one of the list, and words of their own. The unit reads both.
 *
 * @param reason code of a list of {@link Reasons}
 */
public record WrittenReason(String reason, String text) {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 500;

    /** Numbers of identity cards, old and new, and of mobile telephones. */
    private static final Pattern SOMEBODY =
            Pattern.compile("(?<![0-9])([0-9]{17}[0-9Xx]|[0-9]{15}|1[3-9][0-9]{9})(?![0-9])");

    public WrittenReason {
        text = text.strip();
    }

    /** What is wrong with it; empty where it may be written down. */
    public List<Finding> findings(Reasons reasons, Reasons.Use use) {
        var findings = new ArrayList<Finding>();
        if (reasons.find(use, reason).isEmpty()) {
            var codes = reasons.of(use).stream().map(Reason::code).collect(Collectors.joining(", "));
            findings.add(finding(FlowRule.REASON, "/reason", "理由应为下列之一：" + codes, "the reason is one of: " + codes));
        }
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            findings.add(finding(
                    FlowRule.REASON,
                    "/text",
                    "请附说明，4至500字，现为 %d 字".formatted(length),
                    "say why in 4 to 500 characters; these are %d".formatted(length)));
        }
        if (SOMEBODY.matcher(text).find()) {
            findings.add(finding(
                    FlowRule.REASON,
                    "/text",
                    "说明中疑有证件号码或手机号码，请删去",
                    "the text seems to hold a number of a person or a telephone; take it out"));
        }
        return findings;
    }

    private static Finding finding(FlowRule rule, String at, String zh, String en) {
        return Finding.error(rule, Place.pointer(at), new Bilingual(zh, en));
    }
}
