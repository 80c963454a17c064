package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import org.jianxi.gateway.canonical.CanonicalRecord;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.forms.RecordJson;
import org.jianxi.gateway.mapping.RecordSink;

/** Prints records as they come, as one JSON document, and counts them. */
final class RecordsPrinted implements RecordSink {

    private final PrintWriter out;
    private final RecordsCounted counted;

    /** @param progress is told how far it is in a long file */
    RecordsPrinted(PrintWriter out, PrintWriter progress, String dataset) {
        this.out = out;
        this.counted = new RecordsCounted(progress);
        out.print("{\"dataset\":\"" + dataset + "\",\"records\":[");
    }

    @Override
    public void record(CanonicalRecord content) {
        out.print(counted.count() == 0 ? "\n" : ",\n");
        out.print(RecordJson.text(content));
        counted.record(content);
    }

    @Override
    public void finding(Finding finding) {
        counted.finding(finding);
    }

    /** Ends the document; whether nothing in it was wrong. */
    boolean end() {
        out.print("\n],\"findings\":");
        out.print(FindingJson.list(counted.findings()));
        out.println("}");
        out.flush();
        return !Finding.anyError(counted.findings());
    }
}
