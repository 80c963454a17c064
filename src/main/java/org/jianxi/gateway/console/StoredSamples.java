package org.jianxi.gateway.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.validation.Delivered;

/** The sources' own mappings and samples, as they lie under {@code mappings/}. Names are looked up in listings and never made into paths. */
final class StoredSamples {

    private static final String INPUT = ".in.";

    private final Path mappings;

    StoredSamples(Path mappings) {
        this.mappings = mappings;
    }

    /** A file a mapping can be tried on. @param path where it lies, for comparing with what it should give; empty for one that was dropped */
    record Sample(String name, MediaType type, byte[] content, Optional<Path> path) {}

    /** The sources that have a mapping. */
    List<String> sources() {
        return names(mappings).stream()
                .filter(name -> !datasets(name).isEmpty())
                .toList();
    }

    /** The datasets a source's folder maps. */
    List<String> datasets(String source) {
        return folder(source).map(StoredSamples::names).orElse(List.of()).stream()
                .filter(name -> name.endsWith(".yaml") && !name.equals("source.yaml"))
                .map(name -> name.substring(0, name.length() - ".yaml".length()))
                .toList();
    }

    Optional<String> mapping(String source, String dataset) {
        return folder(source)
                .filter(folder -> datasets(source).contains(dataset))
                .flatMap(folder -> bytes(folder.resolve(dataset + ".yaml")))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    List<String> samples(String source) {
        return folder(source).map(folder -> names(folder.resolve("samples"))).orElse(List.of()).stream()
                .filter(name -> name.contains(INPUT))
                .filter(name -> MediaType.ofFileName(name).isPresent())
                .toList();
    }

    Optional<Sample> sample(String source, String name) {
        return folder(source)
                .filter(folder -> samples(source).contains(name))
                .map(folder -> folder.resolve("samples").resolve(name))
                .flatMap(path -> bytes(path)
                        .map(content -> new Sample(
                                name, MediaType.ofFileName(name).orElseThrow(), content, Optional.of(path))));
    }

    /** Whose and of which month the delivery is that a stored sample stands for: its expectation says so. */
    Delivered deliveryOf(Sample sample) {
        return sample.path()
                .flatMap(StoredSamples::expectation)
                .flatMap(StoredSamples::bytes)
                .flatMap(StoredSamples::delivery)
                .orElse(new Delivered(Optional.empty(), Optional.empty()));
    }

    private static Optional<Path> expectation(Path sample) {
        var name = String.valueOf(sample.getFileName());
        var stem = name.substring(0, name.indexOf(INPUT));
        return Stream.of(".expected.json", ".findings.json")
                .map(ending -> sample.resolveSibling(stem + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Delivered> delivery(byte[] expectation) {
        try {
            var tree = StrictJson.parse(expectation);
            return Optional.of(new Delivered(
                    Sender.parse(tree.path("sender").asString("")),
                    Period.parse(tree.path("period").asString(""))));
        } catch (UnreadableDocument notJson) {
            return Optional.empty();
        }
    }

    private Optional<Path> folder(String source) {
        return SourceId.parse(source)
                .filter(id -> names(mappings).contains(id.value()))
                .map(id -> mappings.resolve(id.value()));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
