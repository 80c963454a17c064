package org.jianxi.gateway.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.MediaType;

/**
 * Files that nobody here wrote, one folder for each kind of document.
 *
 * @param sources who sends them: one whose own form it is, and one with a mapping
 */
record Corpus(MediaType type, List<String> sources) {

    static final Path FOLDER = Path.of(System.getProperty("jianxi.corpora", "../shared/corpora"));

    static final List<Corpus> ALL = List.of(
            new Corpus(MediaType.JSON, List.of("kunming", "zhijian")),
            new Corpus(MediaType.XML, List.of("provincial", "yunjiu")),
            new Corpus(MediaType.XLSX, List.of("official")),
            new Corpus(MediaType.CSV, List.of("honghe")));

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(type.extension()))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
