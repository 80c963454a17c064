package org.jianxi.gateway.flow.byhand;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.flow.FlowRule;

/**
 * The ministry's word as an officer types it.
 *
 * @param number of the ministry's acknowledgement, 1 to 80 characters
 * @param received when the ministry received the return, in Shanghai: {@code 2023-07-05T10:00}
 * @param rejected whether the ministry sent it back
 * @param words why it was rejected, or why an earlier entry is replaced
 */
public record TypedWord(String number, String received, boolean rejected, String words) {

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/()〔〕\\[\\]（）号-]{0,79}");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 500;

    public TypedWord {
        number = number.strip();
        words = words.strip();
    }

    Optional<Instant> receivedAt(ZoneId zone) {
        try {
            return Optional.of(
                    LocalDateTime.parse(received.strip()).atZone(zone).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong with it; empty where it may be written down.
     *
     * @param again whether it replaces an earlier entry
     */
    List<Finding> findings(Instant filedAt, Instant now, ZoneId zone, boolean again) {
        var findings = new ArrayList<Finding>();
        if (!NUMBER.matcher(number).matches()) {
            findings.add(finding(
                    "/number",
                    "回执编号为1至80个字、字母或数字",
                    "the number has 1 to 80 letters, digits or signs of a document's number"));
        }
        var at = receivedAt(zone);
        if (at.isEmpty()
                || at.get().isBefore(filedAt.minusSeconds(60))
                || at.get().isAfter(now)) {
            findings.add(finding(
                    "/received",
                    "部里收到时间应在上报之后、现在之前，写作 2023-07-05T10:00",
                    "the time lies between the filing and now and is written 2023-07-05T10:00"));
        }
        var length = words.codePointCount(0, words.length());
        if (length > LONGEST || ((rejected || again) && length < SHORTEST)) {
            findings.add(finding(
                    "/words",
                    "退回和改登须写明原因，4至500字，现为 %d 字".formatted(length),
                    "a rejection and a second entry say why in 4 to 500 characters; these are %d".formatted(length)));
        }
        return findings;
    }

    private static Finding finding(String at, String zh, String en) {
        return Finding.error(FlowRule.TYPED_ACKNOWLEDGEMENT, Place.pointer(at), new Bilingual(zh, en));
    }
}
