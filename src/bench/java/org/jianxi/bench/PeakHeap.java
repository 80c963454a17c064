package org.jianxi.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most that the heap held since it was made, garbage not yet collected with it: no more than {@code -Xmx} lets it be. */
final class PeakHeap {

    private static final double MEGABYTE = 1024 * 1024;

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    PeakHeap() {
        System.gc();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    double megabytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
    }
}
