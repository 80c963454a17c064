package org.jianxi.gateway.overlaps;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;

/** What seems wrong about a person's placements. The wire names stand in the database. */
public enum OverlapKind {
    AT_ONCE("at-once", "同一人同时在两处见习", "One person is in two placements at once"),
    TWO_PREFECTURES("two-prefectures", "同一人同时在两个地区见习", "One person is in placements of two prefectures at once"),
    BEYOND_TWELVE_MONTHS(
            "beyond-12-months", "同一人见习合计超过12个月", "One person's placements come to more than twelve months");

    private final String wireName;
    private final Bilingual title;

    OverlapKind(String wireName, String zh, String en) {
        this.wireName = wireName;
        this.title = new Bilingual(zh, en);
    }

    public String wireName() {
        return wireName;
    }

    public Bilingual title() {
        return title;
    }

    static Optional<OverlapKind> named(String wireName) {
        return Stream.of(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
    }
}
