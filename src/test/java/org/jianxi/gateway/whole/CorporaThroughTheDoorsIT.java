package org.jianxi.gateway.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.MediaType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every hostile or broken file we know, through the real doors of a gateway with 512 MB: a clear finding within ten seconds,
 * nobody called outside, and the gateway goes on.
 */
class CorporaThroughTheDoorsIT {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int NASTY = 40;
    private static final String SENDER = "530100";
    private static final String UPLOADER = "530900";
    private static final Map<String, String> KEYS = new TreeMap<>();

    @TempDir
    private static Path folder;

    private static Trap trap;
    private static GatewayProcess gateway;
    private static Wire wire;
    private static SftpSender uploader;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isDirectory(Corpus.FOLDER), "no corpora beside this clone");
        trap = new Trap();
        gateway = GatewayProcess.in(folder, trap.options());
        var keys = new Keys(gateway.var());
        KEYS.put("kunming", keys.sender("kunming", SENDER));
        KEYS.put("zhijian", keys.sender("zhijian", "530600", "530700"));
        KEYS.put("provincial", keys.sender("provincial", "539900"));
        KEYS.put("yunjiu", keys.sender("yunjiu", "532900"));
        KEYS.put("official", keys.sender("official", UPLOADER));
        KEYS.put("honghe", keys.sender("honghe", "532500"));
        var password = keys.login("official-" + UPLOADER, "official", UPLOADER);
        gateway.start();
        wire = new Wire(gateway.url());
        uploader = new SftpSender(gateway.sftpPort(), "official-" + UPLOADER, password);
    }

    @AfterAll
    static void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
            trap.close();
        }
    }

    @Test
    void everyFilePushedIsRefusedWithAFindingInTime() throws Exception {
        var wrong = new ArrayList<String>();
        for (var corpus : Corpus.ALL) {
            for (var file : corpus.files()) {
                for (var source : corpus.sources()) {
                    push(source, corpus.type(), file).ifPresent(wrong::add);
                }
            }
        }
        assertThat(wrong).isEmpty();
        theGatewayGoesOn(1);
    }

    @Test
    void theLargestAndWorstUploadedAreAnsweredInTheOutbox() throws Exception {
        var files = nastiest();
        uploader.leave(files);
        var expected = files.keySet().stream()
                .map(name -> name + ".findings.json")
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(awaitOutbox(expected)).isEqualTo(expected);
        assertThat(uploader.names(".")).containsExactly("inbox", "outbox");
        for (var name : expected) {
            assertThat(Wire.json(uploader.fetch(name)).path("findings").size())
                    .as(name)
                    .isPositive();
        }
        theGatewayGoesOn(2);
    }

    /** What is wrong with the answer, if anything. */
    private static Optional<String> push(String source, MediaType type, Path file)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        var answer = wire.push(KEYS.get(source), type, Files.readAllBytes(file));
        var took = Duration.ofNanos(System.nanoTime() - began);
        var findings = Wire.json(answer).path("findings");
        var isRefused = answer.statusCode() == 422
                && Wire.contentType(answer).startsWith("application/problem+json")
                && findings.size() > 0
                && !findings.path(0).at("/message/zh").asString("").isBlank();
        return isRefused && took.compareTo(LONGEST) < 0
                ? Optional.empty()
                : Optional.of(source + " " + file.getFileName() + " → " + answer.statusCode() + " in " + took.toMillis()
                        + " ms: " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static void theGatewayGoesOn(int fen) throws Exception {
        assertThat(gateway.isAlive()).as(gateway.logTail()).isTrue();
        assertThat(wire.push(KEYS.get("kunming"), MediaType.JSON, June.of(SENDER, fen))
                        .statusCode())
                .isEqualTo(201);
        assertThat(trap.calls()).as("outbound connections").isZero();
    }

    /** All XML, which is little, and of the others the largest and those with an attack in their name. */
    private static Map<String, byte[]> nastiest() throws IOException {
        var chosen = new LinkedHashMap<String, byte[]>();
        for (var corpus : Corpus.ALL) {
            for (var file : worst(corpus)) {
                chosen.put("c" + chosen.size() + "." + corpus.type().extension(), Files.readAllBytes(file));
            }
        }
        return chosen;
    }

    private static List<Path> worst(Corpus corpus) throws IOException {
        var files = new ArrayList<>(corpus.files());
        files.sort(Comparator.comparing(CorporaThroughTheDoorsIT::badness).reversed());
        return files.subList(0, Math.min(files.size(), NASTY / Corpus.ALL.size()));
    }

    private static long badness(Path file) {
        var bonus = file.getFileName().toString().matches("(?i).*(bomb|poc|xxe|crash|entities|duplicate|100000).*")
                ? 1L << 40
                : 0;
        return bonus + file.toFile().length();
    }

    private static TreeSet<String> awaitOutbox(TreeSet<String> expected) throws IOException, InterruptedException {
        var until = System.nanoTime() + LONGEST.multipliedBy(6).toNanos();
        var there = uploader.outbox();
        while (!there.containsAll(expected) && System.nanoTime() < until) {
            Thread.sleep(500);
            there = uploader.outbox();
        }
        return there;
    }
}
