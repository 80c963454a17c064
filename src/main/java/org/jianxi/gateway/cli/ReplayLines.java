package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.ReplayCandidate;
import org.jianxi.gateway.flow.ReplayChange;
import org.jianxi.gateway.flow.ReplaySummary;
import org.jianxi.gateway.flow.ReplayTotals;
import org.jianxi.gateway.ledger.StoredSubmission;

/** A replay for the person at the terminal: old → new, the reasons beneath. */
final class ReplayLines implements ReplayPrinter {

    private final PrintWriter out;
    private final PrintWriter err;

    ReplayLines(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void changed(ReplayChange change) {
        var submission = change.submission();
        out.println(head(submission));
        side("结论 verdict", verdict(change.before()), verdict(change.after()));
        side(
                "填报单位 sender",
                change.before().sender().map(Sender::code).orElse(""),
                change.after().sender().map(Sender::code).orElse(""));
        side(
                "报告期 period",
                change.before().period().map(Object::toString).orElse(""),
                change.after().period().map(Object::toString).orElse(""));
        side("截止日 deadline", change.before().deadline(), change.after().deadline());
        side("迟报 late", word(change.before().late()), word(change.after().late()));
        change.cells().forEach(cell -> side("指标 indicator " + cell.indicator(), cell.before(), cell.after()));
        change.records().ifPresent(this::records);
        findings("不再有 no longer", change.gone());
        findings("新出现 new", change.added());
    }

    @Override
    public void notReproducible(StoredSubmission submission, Bilingual reason) {
        out.println(head(submission));
        out.println("  无法比对 cannot be compared");
        out.println("    " + reason.zh());
        out.println("    " + reason.en());
    }

    @Override
    public void totals(ReplayTotals month) {
        out.println("全省合计 the province's totals  " + month.period());
        month.cells()
                .forEach(cell -> out.println("  指标 indicator " + cell.indicator() + ": " + cell.before() + " → "
                        + cell.after() + "  (" + codes(cell.because()) + ")"));
        if (!month.opened().isEmpty()) {
            out.println("  成为缺报 would be missing: " + codes(month.opened()));
        }
        if (!month.closed().isEmpty()) {
            out.println("  不再缺报 would no longer be missing: " + codes(month.closed()));
        }
        if (!month.reason().isEmpty()) {
            out.println("  无法汇总 would not add up: " + month.reason());
        }
    }

    @Override
    public void progress(long done) {
        err.println("… " + done);
    }

    @Override
    public void end(ReplayCandidate tried, ReplaySummary summary) {
        out.println("台账 %d 条；报送 %d 件，比对 %d 件，会变 %d 件，无法比对 %d 件，未决 %d 件；合计会变的月份 %d 个"
                .formatted(
                        summary.treeSize(),
                        summary.recorded(),
                        summary.lookedAt(),
                        summary.changed(),
                        summary.notReproducible(),
                        summary.undecided(),
                        summary.months()));
        out.println(
                "ledger of %d entries; %d deliveries, %d looked at, %d would differ, %d cannot be compared, %d undecided; totals of %d months would differ"
                        .formatted(
                                summary.treeSize(),
                                summary.recorded(),
                                summary.lookedAt(),
                                summary.changed(),
                                summary.notReproducible(),
                                summary.undecided(),
                                summary.months()));
        out.println(summary.differs() ? "有变化 differs" : "没有变化 no difference");
        out.println("差异摘要 digest of the differences: " + summary.digest().hex());
        out.flush();
    }

    private static String head(StoredSubmission submission) {
        return submission.id() + "  " + submission.arrival().source() + "  "
                + submission.sender().map(Sender::code).orElse("?") + "  "
                + submission.period().map(Object::toString).orElse("?") + "  "
                + submission.arrival().receivedAt();
    }

    private void side(String name, String before, String after) {
        if (!before.equals(after)) {
            out.println("  " + name + ": " + shown(before) + " → " + shown(after));
        }
    }

    private void records(ReplayChange.Records records) {
        side("记录 records", Long.toString(records.before()), Long.toString(records.after()));
        if (records.otherwise() > 0) {
            out.println("  内容会变的记录 records that would say otherwise: " + records.otherwise());
        }
    }

    private void findings(String title, List<Finding> findings) {
        for (var finding : findings) {
            out.println("  " + title + ": " + finding.rule() + " " + Output.severity(finding) + " "
                    + Output.place(finding.at()));
            out.println("    " + finding.message().zh());
            out.println("    " + finding.message().en());
        }
    }

    private static String verdict(ReplayChange.Side side) {
        return side.verdict().equals("accepted") ? "接受 accepted" : "退回 rejected";
    }

    private static String word(boolean yes) {
        return yes ? "是 yes" : "否 no";
    }

    private static String shown(String text) {
        return text.isEmpty() ? "（无 none）" : text;
    }

    private static String codes(List<Sender> senders) {
        return senders.stream().map(Sender::code).collect(Collectors.joining(", "));
    }
}
