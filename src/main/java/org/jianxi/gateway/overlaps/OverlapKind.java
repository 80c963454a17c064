package org.jianxi.gateway.overlaps;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.inquiries.InquiryKind;

/** What seems wrong about a person's placements. The wire names stand in the database. */
public enum OverlapKind {
    AT_ONCE("at-once", "同一人同时在两处见习", "One person is in two placements at once"),
    TWO_PREFECTURES("two-prefectures", "同一人同时在两个地区见习", "One person is in placements of two prefectures at once"),
    BEYOND_TWELVE_MONTHS(
            "beyond-12-months", "同一人见习合计超过12个月", "One person's placements come to more than twelve months");

    private final InquiryKind kind;

    OverlapKind(String wireName, String zh, String en) {
        this.kind = new InquiryKind(wireName, new Bilingual(zh, en), "人社部发〔2023〕27号 三(三)");
    }

    public InquiryKind kind() {
        return kind;
    }
}
