package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.ReplayCandidate;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.validation.Delivered;

/** One source's folder as the integrator sees it: mapping files, and samples with what they expect. */
record MappingFolder(Path folder) {

    private static final String SOURCE = "source.yaml";
    private static final String INPUT = ".in.";

    /** Every mapping file in it; throws {@link CannotBeDone} when there is none. */
    List<MappingFile> mappings(OfflineGateway gateway) {
        try (var files = Files.list(folder)) {
            var mappings = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals(SOURCE))
                    .sorted()
                    .flatMap(name -> gateway.mapping(folder, name.replaceAll("\\.yaml$", "")).stream())
                    .toList();
            if (mappings.isEmpty()) {
                throw new CannotBeDone(new Bilingual(folder + " 里没有映射文件", folder + " holds no mapping file"));
            }
            return mappings;
        } catch (IOException unreadable) {
            throw new CannotBeDone(new Bilingual("读不了 " + folder, folder + " cannot be read: " + unreadable));
        }
    }

    /** What a replay tries of it: the mapping of the monthly return, or of another dataset where it has none. */
    ReplayCandidate.Mapping candidate(OfflineGateway gateway) {
        var mappings = mappings(gateway);
        var first = mappings.stream()
                .filter(mapping -> mapping.dataset().equals(Delivery.MONTHLY_RETURN))
                .findFirst()
                .orElseGet(mappings::getFirst);
        return new ReplayCandidate.Mapping(first, bytes(first));
    }

    /** The same with every mapping of records that lies beside it. */
    ReplayCandidate replay(OfflineGateway gateway) {
        var first = candidate(gateway);
        var others = mappings(gateway).stream()
                .filter(mapping -> mapping.isOfRecords()
                        && !mapping.dataset().equals(first.file().dataset()))
                .toList();
        return ReplayCandidate.ofMapping(first).beside(others);
    }

    /** The file a mapping of this folder was read from; throws {@link CannotBeDone} when it has changed meanwhile. */
    byte[] bytes(MappingFile mapping) {
        var file = folder.resolve(mapping.dataset() + ".yaml");
        try {
            var bytes = Files.readAllBytes(file);
            if (Sm3.of(bytes).equals(mapping.digest())) {
                return bytes;
            }
        } catch (IOException unreadable) {
            throw new CannotBeDone(new Bilingual("读不了 " + file, file + " cannot be read: " + unreadable));
        }
        throw new CannotBeDone(new Bilingual(file + " 刚被改动", file + " was changed just now"));
    }

    Path samples() {
        return folder.resolve("samples");
    }

    /** The sample by its path, or by its name in {@link #samples()}. */
    Path sample(Path named) {
        var inside = samples().resolve(named);
        return !Files.exists(named) && Files.exists(inside) ? inside : named;
    }

    /** Whose and of which month the delivery is that a sample stands for: its expectation says so. */
    static Delivered deliveryOf(Path sample) {
        var name = sample.getFileName().toString();
        if (name.contains(INPUT)) {
            var stem = name.substring(0, name.indexOf(INPUT));
            for (var ending : List.of(".expected.json", ".findings.json")) {
                var expectation = sample.resolveSibling(stem + ending);
                if (Files.isRegularFile(expectation)) {
                    return deliveryIn(expectation);
                }
            }
        }
        return new Delivered(Optional.empty(), Optional.empty());
    }

    private static Delivered deliveryIn(Path expectation) {
        try {
            var tree = StrictJson.parse(InputFile.read(expectation).content());
            return new Delivered(
                    Sender.parse(tree.path("sender").asString("")),
                    Period.parse(tree.path("period").asString("")));
        } catch (UnreadableDocument notJson) {
            throw new CannotBeDone(new Bilingual(
                    expectation + "：" + notJson.reason().zh(),
                    expectation + ": " + notJson.reason().en()));
        }
    }
}
