package org.jianxi.gateway.console.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.flow.crossmatch.ReviewDesk;
import org.jianxi.gateway.records.TraineeDescription;
import org.jianxi.gateway.registries.linkage.Waterfall;
import org.jianxi.gateway.registries.marks.Hardship;
import org.jianxi.gateway.registries.review.QueuedCandidate;
import org.jianxi.gateway.registries.review.RowDescription;
import org.jianxi.gateway.registries.run.RegistryRegister;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.SnapshotLabel;
import org.junit.jupiter.api.Test;

/** The queue and one of its rows: parts that add up, and names only after a purpose was said. */
class CandidatesPageTest {

    private static final RegistrySettings REGISTRY =
            RegistryRegister.open(Path.of("")).all().iterator().next();
    private static final Digest PERSON = Digest.of(new byte[32]);
    private static final Waterfall WHY = new Waterfall(
            -10.25,
            List.of(
                    new Waterfall.Step("name", "equal", new Bilingual("姓名相同", "name equal"), 11.5),
                    new Waterfall.Step(
                            "birthDate", "different", new Bilingual("出生日期不同", "birth date different"), -5.75),
                    new Waterfall.Step("division", "county", new Bilingual("户籍地同县", "same county"), 6.5)));

    @Test
    void thePartsAddUpBesideEachOther() {
        var rows = CandidatePage.of(REGISTRY, shown(Optional.empty())).rows();

        assertThat(rows).extracting(CandidatePage.Row::bits).containsExactly("-10.3", "+11.5", "-5.8", "+6.5");
        assertThat(rows).extracting(CandidatePage.Row::sum).containsExactly("-10.3", "+1.3", "-4.5", "+2.0");
    }

    @Test
    void theQueueNamesNobodyAndLinksToEach() {
        var page = CandidatePage.of(REGISTRY, shown(Optional.empty()));
        var html = RenderedPage.html(
                "console/candidates",
                Locale.SIMPLIFIED_CHINESE,
                Map.of("registry", REGISTRY, "candidates", List.of(page), "isFull", false, "caller", "officer"));

        assertThat(html)
                .contains("<caption", "scope=\"col\"", "姓名相同 +11.5", "/candidates/7\"")
                .doesNotContain("杨秀英");
    }

    @Test
    void oneRowAsksWhatForBeforeItShowsANameAndThenWhoThatIs() {
        var before = one(Locale.ENGLISH, CandidatePage.of(REGISTRY, shown(Optional.empty())));
        assertThat(before).contains("name=\"purpose\"", "name equal").doesNotContain("杨秀英", "value=\"same-person\"");

        var row = new RowDescription("杨秀英", Optional.empty(), Optional.of("530102"), Hardship.of("低保"));
        var ours = new TraineeDescription(PERSON, "杨秀英", Optional.of(LocalDate.parse("2001-02-03")), Optional.empty());
        var opened = new ReviewDesk.Opened(shown(Optional.empty()), Optional.of(row), Optional.of(ours));
        var after = one(Locale.SIMPLIFIED_CHINESE, CandidatePage.of(REGISTRY, opened));
        assertThat(after)
                .contains(
                        "杨秀英",
                        "2001-02-03",
                        "530102",
                        "value=\"same-person\"",
                        "value=\"not-the-same\"",
                        "name=\"reason\"")
                .doesNotContain("name=\"purpose\"");
    }

    @Test
    void whatWasClosedSaysWhatBecameOfItAndAsksNothing() {
        var closing = new QueuedCandidate.Closing("gone", "extract", Instant.parse("2023-07-20T02:00:00Z"));
        var page = one(Locale.SIMPLIFIED_CHINESE, CandidatePage.of(REGISTRY, shown(Optional.of(closing))));

        assertThat(page).contains("登记库已无此行", "2023-07-20 10:00").doesNotContain("name=\"purpose\"");
    }

    private static ReviewDesk.Shown shown(Optional<QueuedCandidate.Closing> closed) {
        var of = new SnapshotLabel("snapshot", LocalDate.parse("2023-06-30"));
        var one = new QueuedCandidate(
                7, REGISTRY.name(), PERSON, of, 12, WHY, Instant.parse("2023-07-01T02:00:00Z"), closed);
        return new ReviewDesk.Shown(one, List.of());
    }

    private static String one(Locale locale, CandidatePage page) {
        return RenderedPage.html("console/candidate", locale, Map.of("page", page, "caller", "officer"));
    }
}
