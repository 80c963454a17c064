package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.mapping.RecordSink;

/** Prints records as they come, as one JSON document, and says on standard error how far it is in a long file. */
final class RecordsPrinted implements RecordSink {

    private static final int A_WHILE = 20_000;

    private final PrintWriter out;
    private final PrintWriter progress;
    private final List<Finding> findings = new ArrayList<>();
    private long count;

    RecordsPrinted(PrintWriter out, PrintWriter progress, String dataset) {
        this.out = out;
        this.progress = progress;
        out.print("{\"dataset\":\"" + dataset + "\",\"records\":[");
    }

    @Override
    public void record(CanonicalRecord content) {
        out.print(count == 0 ? "\n" : ",\n");
        out.print(RecordJson.tree(content));
        if (++count % A_WHILE == 0) {
            progress.println("… " + count);
            progress.flush();
        }
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    /** Ends the document; whether nothing in it was wrong. */
    boolean end() {
        out.print("\n],\"findings\":");
        out.print(FindingJson.list(findings));
        out.println("}");
        out.flush();
        return !Finding.anyError(findings);
    }
}
