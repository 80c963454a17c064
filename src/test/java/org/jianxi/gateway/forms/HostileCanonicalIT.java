package org.jianxi.gateway.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** No document, however ill-meant, is taken, breaks the reader or keeps it busy. */
class HostileCanonicalIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Path CORPORA = Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"));

    private final CanonicalDocuments documents = new CanonicalDocuments(Returns.FORMS);

    @Test
    void everyFileOfTheCorporaEndsInAFinding() throws IOException {
        for (var folder : List.of("json", "xml")) {
            Assumptions.assumeTrue(Files.isDirectory(CORPORA.resolve(folder)), "no corpora here");
            try (var files = Files.walk(CORPORA.resolve(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var content = Files.readAllBytes(file);
                    for (var type : List.of(MediaType.JSON, MediaType.XML)) {
                        assertThat(refusals(content, type))
                                .as(file + " as " + type)
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void sixtyThousandUnknownMembersAreRefusedSoon() {
        var members =
                IntStream.range(0, 60_000).mapToObj(i -> "\"m" + i + "\": 1").collect(Collectors.joining(","));
        var elements = IntStream.range(0, 60_000).mapToObj(i -> "<m>1</m>").collect(Collectors.joining());

        assertThat(refusals(("{" + members + "}").getBytes(UTF_8), MediaType.JSON))
                .hasSizeGreaterThan(50_000);
        assertThat(refusals(
                        ("<monthlyReturn xmlns=\"urn:jianxi:canonical:1\"><indicators>" + elements
                                        + "</indicators></monthlyReturn>")
                                .getBytes(UTF_8),
                        MediaType.XML))
                .hasSizeGreaterThan(50_000);
    }

    @Test
    void aNumberWithAHugeExponentIsAFindingLikeAnyOther() {
        for (var number : List.of("1e99", "1E400000000", "1e-99", "123456789012345678901234567890.0", "-0.0e50")) {
            var json = new String(CanonicalJson.write(Returns.june(), Returns.FORM), UTF_8).replace("812", number);
            assertThat(refusals(json.getBytes(UTF_8), MediaType.JSON))
                    .as(number)
                    .hasSize(number.startsWith("-0") ? 0 : 1);
        }
    }

    private List<Finding> refusals(byte[] content, MediaType type) {
        return assertTimeoutPreemptively(
                SOON, () -> documents.read(content, type).mapped().findings());
    }
}
