package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.mapping.RecordSink;

/** Keeps what is wrong with records and lets the records go; says how far it is in a long file. */
final class RecordsCounted implements RecordSink {

    private static final int A_WHILE = 20_000;

    private final PrintWriter progress;
    private final List<Finding> findings = new ArrayList<>();
    private long count;

    RecordsCounted(PrintWriter progress) {
        this.progress = progress;
    }

    @Override
    public void record(CanonicalRecord content) {
        if (++count % A_WHILE == 0) {
            progress.println("… " + count);
            progress.flush();
        }
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    long count() {
        return count;
    }

    List<Finding> findings() {
        return findings;
    }
}
