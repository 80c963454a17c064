package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.ReplayCandidate;
import org.jianxi.gateway.flow.ReplayChange;
import org.jianxi.gateway.flow.ReplaySummary;
import org.jianxi.gateway.flow.ReplayTotals;
import org.jianxi.gateway.ledger.StoredSubmission;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A replay as one JSON document, written as it is made: {@code deliveries} with one member for each that would differ or cannot be
 * compared (told apart by {@code outcome}), {@code totals}, then how it ended.
 */
final class ReplayJson implements ReplayPrinter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrintWriter out;
    private final PrintWriter err;
    private final JsonGenerator document;
    private boolean totalsBegun;

    ReplayJson(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
        this.document = JSON.writerWithDefaultPrettyPrinter().createGenerator(out);
        document.writeStartObject();
        document.writeArrayPropertyStart("deliveries");
    }

    @Override
    public void changed(ReplayChange change) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("outcome", "changed");
        tree.putAll(change.tree());
        JSON.writeValue(document, tree);
    }

    @Override
    public void notReproducible(StoredSubmission submission, Bilingual reason) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("outcome", "not-reproducible");
        tree.put("submission", submission.id());
        tree.put("source", submission.arrival().source().value());
        tree.put("receivedAt", submission.arrival().receivedAt().toString());
        tree.put("reason", Map.of("zh", reason.zh(), "en", reason.en()));
        JSON.writeValue(document, tree);
    }

    @Override
    public void totals(ReplayTotals month) {
        beginTotals();
        JSON.writeValue(document, month.tree());
    }

    @Override
    public void progress(long done) {
        err.println("… " + done);
    }

    @Override
    public void end(ReplayCandidate tried, ReplaySummary summary) {
        beginTotals();
        document.writeEndArray();
        document.writePOJOProperty("candidate", tried.tree());
        document.writePOJOProperty("summary", summary.deliveries());
        document.writeNumberProperty("treeSize", summary.treeSize());
        document.writeStringProperty("verdict", summary.differs() ? "differs" : "unchanged");
        document.writeBooleanProperty("clean", summary.isClean());
        document.writeStringProperty("digest", summary.digest().hex());
        document.writeEndObject();
        document.flush();
        out.println();
        out.flush();
    }

    private void beginTotals() {
        if (!totalsBegun) {
            totalsBegun = true;
            document.writeEndArray();
            document.writeArrayPropertyStart("totals");
        }
    }
}
