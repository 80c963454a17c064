package org.jianxi.gateway.signing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The test files that others made; tests that need them are skipped where they are absent. */
final class Corpus {

    private static final Path ROOT = Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"));

    private Corpus() {}

    static Path folder(String name) {
        var folder = ROOT.resolve(name);
        assumeTrue(Files.isDirectory(folder), folder + " is absent");
        return folder;
    }

    static byte[] bytes(String name) throws IOException {
        var file = ROOT.resolve(name);
        assumeTrue(Files.isRegularFile(file), file + " is absent");
        return Files.readAllBytes(file);
    }
}
