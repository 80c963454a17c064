package org.jianxi.gateway.registries.files;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many lines each block had, so that a refused line has its number in the file. Safe for several threads. */
final class LineCounts {

    private final Map<Integer, Integer> lines = new TreeMap<>();
    private final TreeMap<Integer, LineRefused> refusals = new TreeMap<>();
    private long all;

    synchronized void add(int block, int count) {
        lines.put(block, count);
        all += count;
    }

    synchronized void refuse(int block, LineRefused refused) {
        refusals.put(block, refused);
    }

    synchronized boolean isRefused() {
        return !refusals.isEmpty();
    }

    synchronized long all() {
        return all;
    }

    /** The first in the file. The header is the line before the first block. */
    synchronized Optional<FileRefused> refusal(Path file) {
        return Optional.ofNullable(refusals.firstEntry()).map(first -> {
            var before = lines.entrySet().stream()
                    .filter(block -> block.getKey() < first.getKey())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return FileRefused.at(
                    file,
                    1 + before + first.getValue().lineInBlock(),
                    first.getValue().why());
        });
    }
}
