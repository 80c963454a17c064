package org.jianxi.gateway.marking;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Repair;

/** A finding in the words that stand beside a cell or in a row of the result. */
record FindingText(Remedies remedies) {

    static String severity(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "错误 error";
            case WARNING -> "提示 warning";
            case INFO -> "信息 info";
        };
    }

    /** In the sender's own terms; empty where it is the document as a whole. */
    static String place(Place at) {
        return at.words(line -> "第" + line + "行");
    }

    /** The single changes that would do, each on its line, and what mends the rule in general. */
    String fix(Finding finding) {
        var changes = finding.repairs().stream().map(FindingText::change);
        var general = remedies.of(finding.rule()).stream().flatMap(words -> Stream.of(words.zh(), words.en()));
        return Stream.concat(changes, general).collect(Collectors.joining("\n"));
    }

    /** All of it, as a comment says it. */
    String whole(Finding finding) {
        return Stream.of(
                        finding.rule() + "  " + severity(finding),
                        finding.message().zh(),
                        finding.message().en(),
                        titled("修改 fix", fix(finding)),
                        titled("依据 clause", finding.clause()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String titled(String title, String text) {
        return text.isEmpty() ? "" : title + ": " + text;
    }

    private static String change(Repair repair) {
        return repair.change().entrySet().stream()
                .map(one -> one.getKey()
                        + switch (one.getValue().kind()) {
                            case MIN -> " ≥ ";
                            case MAX -> " ≤ ";
                            case EXACTLY -> " = ";
                        }
                        + one.getValue().value())
                .collect(Collectors.joining(", "));
    }
}
