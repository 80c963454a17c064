package org.jianxi.gateway.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process has held so far, in bytes: as Linux counts it, or the JVM's own pools elsewhere. */
record PeakMemory(long bytes) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final long KILOBYTE = 1024;

    static PeakMemory now() {
        try (var lines = Files.lines(STATUS, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .findFirst()
                    .map(line -> new PeakMemory(Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE))
                    .orElseGet(PeakMemory::ofPools);
        } catch (IOException notLinux) {
            return ofPools();
        }
    }

    private static PeakMemory ofPools() {
        return new PeakMemory(ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum());
    }
}
