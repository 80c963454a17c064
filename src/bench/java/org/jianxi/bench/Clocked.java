package org.jianxi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How long one operation takes when it is done over and over in this JVM. */
record Clocked(double wallMicros, double processorMicros, long operations) {

    private static final double NANOS = 1e3;

    /** What is measured; the answer is used for something, so that nothing is left out. */
    interface Operation {
        int run() throws Exception;
    }

    static Clocked over(double seconds, Operation operation) throws Exception {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var nanos = (long) (seconds * 1e9);
        var processor = machine.getProcessCpuTime();
        var started = System.nanoTime();
        var count = 0L;
        var used = 0;
        while (System.nanoTime() - started < nanos) {
            used += operation.run();
            count++;
        }
        var wall = System.nanoTime() - started;
        if (used == 0) {
            throw new IllegalStateException("nothing came of it");
        }
        return new Clocked(wall / NANOS / count, (machine.getProcessCpuTime() - processor) / NANOS / count, count);
    }
}
