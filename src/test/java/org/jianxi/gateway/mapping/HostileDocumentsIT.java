package org.jianxi.gateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file of the public corpora, where they lie beside this clone, through the reader every door uses. */
class HostileDocumentsIT {

    private static final Path CORPORA = Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"));
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final List<URI> reachedFor = new ArrayList<>();
    private final ProxySelector before = ProxySelector.getDefault();

    @BeforeEach
    void watchTheNetwork() {
        assumeTrue(Files.isDirectory(CORPORA), "no corpora beside this clone");
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                reachedFor.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    }

    @AfterEach
    void leaveTheNetwork() {
        ProxySelector.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "json, JSON, kunming", "json, JSON, zhijian", "xml, XML, provincial", "xml, XML, yunjiu",
        "xlsx, XLSX, official", "csv, CSV, honghe", "strings, CSV, honghe", "strings, JSON, zhijian"
    })
    void everyFileEndsInAClearFinding(String folder, MediaType type, String source) throws IOException {
        var mapping = Home.mapping(source);
        for (var file : filesBelow(CORPORA.resolve(folder))) {
            assertRefused(mapping, type, Files.readAllBytes(file), file.toString());
        }
        assertThat(reachedFor).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"xml/xxe-payloadbox, provincial", "xml/xxe-patt, yunjiu"})
    void everySinglePayloadOfAListEndsInAClearFinding(String folder, String source) throws IOException {
        var mapping = Home.mapping(source);
        for (var file : filesBelow(CORPORA.resolve(folder))) {
            for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
                assertRefused(mapping, MediaType.XML, line.getBytes(StandardCharsets.UTF_8), line);
            }
        }
        assertThat(reachedFor).isEmpty();
    }

    private static void assertRefused(MappingFile mapping, MediaType type, byte[] content, String what) {
        var start = System.nanoTime();
        var mapped = Home.READER.read(mapping, content, Home.context(type, "2023-06", "530900"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
        assertThat(Finding.anyError(mapped.findings())).as(what).isTrue();
        assertThat(mapped.findings()).as(what).allSatisfy(finding -> {
            assertThat(finding.message().zh()).isNotBlank();
            assertThat(finding.message().en()).isNotBlank();
        });
        if (type == MediaType.XLSX) {
            assertThat(mapped).as(what).isInstanceOf(Mapped.Unreadable.class);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
