package org.jianxi.gateway.handover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;

/** What a list is handed over for, and what of a trainee that needs; nobody's number is in any. The wire names are contract. */
public enum ServicePurpose {
    WORK(
            "work",
            new Bilingual("就业推荐", "Job referral"),
            List.of(
                    "name",
                    "mobile",
                    "residenceDivision",
                    "education",
                    "degree",
                    "school",
                    "major",
                    "graduatedOn",
                    "skillLevel",
                    "intention")),
    START_UP(
            "start-up",
            new Bilingual("创业服务", "Start-up services"),
            List.of("name", "mobile", "residenceDivision", "major", "intention")),
    TRAINING(
            "training",
            new Bilingual("技能培训", "Skills training"),
            List.of("name", "mobile", "residenceDivision", "education", "major", "skillLevel"));

    private final String wireName;
    private final Bilingual title;
    private final List<String> fields;

    ServicePurpose(String wireName, Bilingual title, List<String> fields) {
        this.wireName = wireName;
        this.title = title;
        this.fields = fields;
    }

    public String wireName() {
        return wireName;
    }

    public Bilingual title() {
        return title;
    }

    /** Of the trainee's record, in the list's order. */
    public List<String> fields() {
        return fields;
    }

    public static Optional<ServicePurpose> named(String wireName) {
        return Stream.of(values())
                .filter(purpose -> purpose.wireName.equals(wireName))
                .findFirst();
    }
}
