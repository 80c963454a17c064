package org.jianxi.gateway.publishing.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.publishing.Published;
import org.jianxi.gateway.publishing.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The lists as documents against files that a person has read. Run with {@code -Dgolden.write=true} to write what the code makes now,
 * then read the difference before committing it.
 */
class ListingDocumentsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/publishing");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String LINK = "https://jx.example/api/v1/public/";

    @ParameterizedTest
    @EnumSource(ListKind.class)
    void eachListIsAsItsGoldenFilesHaveIt(ListKind kind) throws IOException {
        var page = page(kind);

        isGolden(kind, ".json", new ListingJson(Published.WORDS).write(page));
        isGolden(kind, ".csv", new ListingCsv(Published.WORDS).write(page));
        isGolden(kind, ".jsonld", new JobPostings(Published.WORDS).write(page));
        isGolden(kind, ".rss", new ListingRss(Published.WORDS, LINK + kind.wireName(), ZONE).write(page));
    }

    @Test
    void aSpreadsheetTakesNothingOfATableForAFormula() {
        var table = new String(new ListingCsv(Published.WORDS).write(page(ListKind.POSTS)), UTF_8);

        assertThat(table).startsWith("\uFEFF\"编号\"").contains("\"'=1+1\"");
    }

    @Test
    void aFeedIsXmlWhateverATitleHolds() throws Exception {
        var rss = new ListingRss(Published.WORDS, LINK + "posts", ZONE).write(page(ListKind.POSTS));

        var title = SafeXml.parse(rss).getElementsByTagName("title").item(1).getTextContent();

        assertThat(title).isEqualTo("𠮷林 <会计> & 出纳见习岗");
    }

    @Test
    void pagesCoverTheListOnce() {
        var all = page(ListKind.POSTS).listings();
        var list = Published.LISTS.of(ListKind.POSTS);

        var first = FeedPage.of(list, all, Published.SINCE, 1, 1);
        var second = FeedPage.of(list, all, Published.SINCE, 2, 1);

        assertThat(first.listings()).containsExactly(all.get(0));
        assertThat(second.listings()).containsExactly(all.get(1));
        assertThat(first.pages()).isEqualTo(2);
        assertThat(FeedPage.of(list, all, Published.SINCE, 9, 1).listings()).isEmpty();
        assertThat(FeedPage.of(list, List.of(), Published.SINCE, 1, 100).pages())
                .isOne();
    }

    private static FeedPage page(ListKind kind) {
        var standing = new Standing(Published.LISTS, LocalDate.of(2023, 7, 3));
        standing.unit(Published.unit(1, "recognitionValidTo", "2024-12-31", "demonstrationLevel", "PROVINCIAL"));
        standing.post(Published.post(
                1, "title", "𠮷林 <会计> & 出纳见习岗", "benefits", "=1+1", "educationMin", "31", "closedOn", "2023-12-31"));
        standing.post(
                Published.post(2, "majorRequired", "会计学", "demonstration", "false", "workDivisionCode", "440300"));
        var listings = switch (kind) {
            case UNITS -> standing.units();
            case POSTS -> standing.posts();
            case AGENCIES -> List.of(agency());
        };
        var changedAt = Instant.parse("2023-07-03T01:02:03Z");
        return FeedPage.of(Published.LISTS.of(kind), listings, changedAt, 1, 100);
    }

    private static Listing agency() {
        return new Listing(
                ListKind.AGENCIES,
                "agency1",
                new Sender("530100"),
                Map.of("name", "昆明市公共就业服务中心", "office", "昆明市", "services", "就业见习", "phone", "0871-60000000"),
                Published.SINCE);
    }

    private static void isGolden(ListKind kind, String ending, byte[] actual) throws IOException {
        var golden = GOLDEN.resolve(kind.wireName() + ending);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, actual);
        }
        assertThat(new String(actual, UTF_8)).isEqualTo(Files.readString(golden));
    }
}
