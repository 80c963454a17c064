package org.jianxi.gateway.transport.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Outcome;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.transport.RecordingReception;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real folder, swept as the route sweeps it, with the time that passes in our hand. */
class FolderDoorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-03T01:02:03.456Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private final AtomicLong nanos = new AtomicLong();
    private final RecordingReception reception = new RecordingReception();
    private FolderDoor door;
    private Path inbox;

    @BeforeEach
    void aWatchedFolder() throws IOException {
        Files.createDirectories(home.resolve("schemas"));
        Files.createDirectories(home.resolve("mappings/dali"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        Files.writeString(home.resolve("mappings/dali/source.yaml"), """
                source: dali
                title: {zh: 大理, en: Dali}
                senders: [532900, 533100]
                door: {kind: folder, settleSeconds: 2}
                datasets: {monthly-return: {mapping: monthly-return.yaml}}
                limits: {bodyMegabytes: 1}
                contact: 系统管理员
                """);
        var sweeper = new Sweeper(new FileDesk(reception, new BodyBudget(64, System::nanoTime), CLOCK), nanos::get);
        door = new FolderDoor(home.resolve("var"), SourceRegister.open(home), sweeper);
        inbox = home.resolve("var/inbox/dali/532900");
        door.sweep("dali");
    }

    @Test
    void aFileThatLiesStillIsTakenInAndAnswered() throws IOException {
        put("2023-06.json", "{}");

        sweepAfter(Duration.ZERO);
        sweepAfter(Duration.ofMillis(1999));
        assertThat(reception.deliveries).isEmpty();
        sweepAfter(Duration.ofMillis(1));

        var delivery = reception.deliveries.getFirst();
        assertThat(reception.deliveries).hasSize(1);
        assertThat(delivery.sender()).contains(new Sender("532900"));
        assertThat(delivery.door()).isEqualTo(Door.FOLDER);
        assertThat(delivery.period()).contains(Period.of("2023-06"));
        assertThat(delivery.mediaType()).isEqualTo(MediaType.JSON);
        assertThat(delivery.fileName()).contains("2023-06.json");
        assertThat(delivery.content()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        assertThat(names(inbox)).isEmpty();
        assertThat(names(inbox.resolve("outbox")))
                .containsExactly("2023-06.json.receipt.json", "2023-06.json.receipt.p7s");
        assertThat(inbox.resolve("outbox/2023-06.json.receipt.p7s")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(names(inbox.resolve(".done"))).containsExactly("20230703T010203.456-1.json");
    }

    @Test
    void aFileThatMustBeSignedIsWaitedForUntilItsSignatureLiesThereWhole() throws IOException {
        mustSign();
        put("a.json", "{}");
        settle();
        sweepAfter(Duration.ofSeconds(20));
        assertThat(reception.deliveries).isEmpty();

        put("a.json.p7s", "half");
        sweepAfter(Duration.ofSeconds(1));
        put("a.json.p7s", "half and half");
        settle();

        assertThat(reception.deliveries).hasSize(1);
        assertThat(reception.deliveries.getFirst().signature().orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("half and half");
        assertThat(names(inbox)).isEmpty();
        assertThat(names(inbox.resolve(".done")))
                .containsExactly("20230703T010203.456-1.json", "20230703T010203.456-1.json.p7s");
    }

    @Test
    void aSignatureThatNeverComesIsWaitedForHalfAMinute() throws IOException {
        mustSign();
        put("a.json", "{}");
        settle();
        sweepAfter(Duration.ofSeconds(29));
        assertThat(reception.deliveries).isEmpty();

        sweepAfter(Duration.ofSeconds(2));
        assertThat(reception.deliveries).hasSize(1);
        assertThat(reception.deliveries.getFirst().signature()).isEmpty();
    }

    private void mustSign() throws IOException {
        var file = home.resolve("mappings/dali/source.yaml");
        Files.writeString(file, Files.readString(file) + "signature: required\nsigner: file:keys/dali.pem\n");
        var sweeper = new Sweeper(new FileDesk(reception, new BodyBudget(64, System::nanoTime), CLOCK), nanos::get);
        door = new FolderDoor(home.resolve("var"), SourceRegister.open(home), sweeper);
    }

    @Test
    void aGrowingFileIsNotReadHoweverOldItsTimeSaysItIs() throws IOException {
        for (var piece = 1; piece <= 4; piece++) {
            put("a.json", "x".repeat(piece));
            Files.setLastModifiedTime(inbox.resolve("a.json"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
            sweepAfter(Duration.ofSeconds(3));
        }
        assertThat(reception.deliveries).isEmpty();

        sweepAfter(Duration.ofSeconds(3));
        assertThat(reception.deliveries).hasSize(1);
    }

    @Test
    void filesUnderPassingNamesAreLeftAlone() throws IOException {
        put("a.json.part", "{");
        put(".b.json", "{");
        put("c.json.filepart", "{");
        put("d.json.tmp", "{");
        Files.createSymbolicLink(inbox.resolve("link.json"), home.resolve("mappings/dali/source.yaml"));
        Files.createDirectory(inbox.resolve("folder.json"));

        settle();

        assertThat(reception.deliveries).isEmpty();
        assertThat(names(inbox)).contains("a.json.part", "link.json");
    }

    @Test
    void aReturnedFileLeavesItsFindingsAndTheNextTryTakesThemBack() throws IOException {
        reception.answer = new Outcome.Returned("s-2", Outcome.Refusal.CONTENT, List.of(finding()));
        put("a.csv", "1");
        settle();
        assertThat(names(inbox.resolve("outbox"))).containsExactly("a.csv.findings.json");
        assertThat(inbox.resolve("outbox/a.csv.findings.json"))
                .content(StandardCharsets.UTF_8)
                .contains("L-8");
        assertThat(names(inbox.resolve(".refused"))).hasSize(1);

        reception.answer = RecordingReception.ACCEPTED;
        put("a.csv", "2");
        settle();
        assertThat(names(inbox.resolve("outbox"))).containsExactly("a.csv.receipt.json", "a.csv.receipt.p7s");
    }

    @Test
    void whatWasNotDecidedStaysAndIsTriedAgainLater() throws IOException {
        reception.answer = new Outcome.Unfinished("the database is away");
        put("a.json", "{}");
        settle();
        settle();
        assertThat(reception.deliveries).hasSize(1);
        assertThat(names(inbox)).contains("a.json");

        reception.answer = RecordingReception.ACCEPTED;
        sweepAfter(Duration.ofSeconds(10));
        assertThat(reception.deliveries).hasSize(2);
        assertThat(names(inbox)).isEmpty();
    }

    @Test
    void aNameThatIsNotPlainIsPutAwayUnderOneOfOurs() throws IOException {
        put("..\\..\\evil.json", "{}");
        put("a b.json", "{}");

        settle();

        assertThat(reception.deliveries).isEmpty();
        assertThat(names(inbox)).isEmpty();
        assertThat(names(inbox.resolve(".refused")))
                .containsExactly("20230703T010203.456-1.bin", "20230703T010203.456-2.bin");
        assertThat(names(inbox.resolve("outbox")))
                .containsExactly("20230703T010203.456-1.bin.findings.json", "20230703T010203.456-2.bin.findings.json");
        assertThat(inbox.resolve("outbox/20230703T010203.456-1.bin.findings.json"))
                .content(StandardCharsets.UTF_8)
                .contains("S-NAME")
                .contains("..?..?evil.json");
        assertThat(names(home.resolve("var"))).containsExactly("inbox");
    }

    @Test
    void aFileAboveTheLimitOrOfAnotherKindIsNotReadIn() throws IOException {
        put("large.json", "x".repeat(1024 * 1024 + 1));
        put("old.xls", "x");

        settle();

        assertThat(reception.deliveries).isEmpty();
        assertThat(inbox.resolve("outbox/large.json.findings.json")).content().contains("S-LIMIT");
        assertThat(inbox.resolve("outbox/old.xls.findings.json")).content().contains("S-TYPE");
    }

    @Test
    void aDetachedSignatureBesideAFileGoesWithIt() throws IOException {
        put("a.json", "{}");
        put("a.json.p7s", "sig");

        settle();

        assertThat(reception.deliveries).hasSize(1);
        assertThat(reception.deliveries.getFirst().signature().orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("sig");
        assertThat(names(inbox)).isEmpty();
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(inbox.resolve(name), content);
    }

    private void settle() {
        sweepAfter(Duration.ZERO);
        sweepAfter(Duration.ofSeconds(2));
    }

    private void sweepAfter(Duration passed) {
        nanos.addAndGet(passed.toNanos());
        door.sweep("dali");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !List.of("outbox", ".done", ".refused").contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static Finding finding() {
        return Finding.error("L-8", Place.WHOLE, new Bilingual("差3", "short by 3"), "附件");
    }
}
