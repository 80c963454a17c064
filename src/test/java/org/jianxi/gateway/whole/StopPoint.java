package org.jianxi.gateway.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A place between two steps of a submission where the gateway can be made to stand still, to be killed there. */
enum StopPoint {
    BEFORE_READING("flow.Examiner", "read"),
    BEFORE_THE_BODY("ledger.Bodies", "keep"),
    BEFORE_THE_ROW("ledger.Submissions", "add"),
    BEFORE_THE_LEAVES("ledger.Leaves", "add"),
    BEFORE_THE_LEDGER_ENTRY("ledger.LedgerLog", "append"),
    BEFORE_THE_RECEIPT("ledger.Receipts", "add"),
    BEFORE_THE_AUDIT("ledger.Audit", "record"),
    BEFORE_THE_COMMIT("flow.Outcome$Accepted", "<init>"),
    BEFORE_THE_ANSWER("transport.http.PushAnswer", "writeTo"),
    BEFORE_THE_FILED_RECEIPT("transport.files.FileDesk", "conclude"),
    BEFORE_THE_FILE_IS_MOVED("transport.desk.Filing", "moveAside"),
    BEFORE_THE_CHECKPOINT("ledger.Checkpoints", "sign");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String type;
    private final String method;

    StopPoint(String type, String method) {
        this.type = "org.jianxi.gateway." + type;
        this.method = method;
    }

    /** The JVM's option that makes every point obey the files in this folder. */
    static String agent(Path folder) throws IOException {
        var script = folder.resolve("stop-points.btm");
        var rules = Arrays.stream(values()).map(point -> point.rule(folder)).collect(Collectors.joining("\n"));
        Files.writeString(script, rules, StandardCharsets.UTF_8);
        return "-javaagent:" + jar() + "=script:" + script;
    }

    /** Whether a push comes by here; the others are the way of an uploaded file. */
    boolean isOfAPush() {
        return compareTo(BEFORE_THE_FILED_RECEIPT) < 0;
    }

    /** Whether what is interrupted here is in the ledger already, although its sender never heard of it. */
    boolean isCommitted() {
        return this == BEFORE_THE_ANSWER || !isOfAPush();
    }

    /** From now on whoever comes by stands still. */
    void arm(Path folder) throws IOException {
        Files.createFile(armed(folder));
    }

    /** Lets others pass; whoever stands here stays. */
    void disarm(Path folder) throws IOException {
        Files.deleteIfExists(armed(folder));
        Files.deleteIfExists(reached(folder));
    }

    /** Waits until somebody stands there. */
    void awaitReached(Path folder) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(reached(folder))) {
            if (System.nanoTime() > until) {
                throw new IOException("Nobody came by " + this);
            }
            Thread.sleep(20);
        }
    }

    private String rule(Path folder) {
        return """
                RULE stand still %s
                CLASS %s
                METHOD %s
                AT ENTRY
                BIND armed:java.io.File = new java.io.File("%s");
                     reached:java.io.File = new java.io.File("%s")
                IF armed.exists()
                DO reached.mkdir(); delay(600000)
                ENDRULE
                """.formatted(this, type, method, armed(folder), reached(folder));
    }

    private Path armed(Path folder) {
        return folder.resolve(name() + ".armed");
    }

    private Path reached(Path folder) {
        return folder.resolve(name() + ".reached");
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> entry.matches(".*/byteman-[0-9.]+\\.jar"))
                .findFirst()
                .orElseThrow();
    }
}
