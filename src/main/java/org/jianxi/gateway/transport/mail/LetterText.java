package org.jianxi.gateway.transport.mail;

import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jspecify.annotations.Nullable;

/** A verdict in words, Chinese first: what a clerk reads without opening an enclosure. */
final class LetterText {

    private static final int MOST_FINDINGS = 200;

    private final StringBuilder text = new StringBuilder();

    private LetterText() {}

    static String of(LetterVerdict verdict) {
        var written = new LetterText();
        verdict.documents().forEach(written::document);
        if (!verdict.findings().isEmpty()) {
            written.line("邮件 · The letter");
            written.line("  有内容未受理 · Something in it was not taken");
            written.findings(verdict.findings());
        }
        written.line("本邮件由系统自动发出，请勿回复；更正后请另发新邮件。");
        written.line(
                "This letter was written by a program. Send corrections in a new letter, not as an answer to this one.");
        return written.text.toString();
    }

    private void document(LetterVerdict.OfDocument document) {
        line(document.name());
        document.accepted().ifPresent(accepted -> {
            line("  已接受，回执见附件，编号 " + accepted.submissionId());
            line("  Accepted as " + accepted.submissionId() + "; the signed receipt is enclosed");
            findings(accepted.findings());
        });
        document.returned().ifPresent(returned -> {
            line("  已退回，共 " + returned.findings().size() + " 个问题，编号 " + returned.submissionId());
            line("  Returned as " + returned.submissionId() + " with "
                    + returned.findings().size() + " findings");
            findings(returned.findings());
        });
        line("");
    }

    private void findings(List<Finding> findings) {
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> {
            line("  - [" + finding.rule() + "] " + place(finding.at())
                    + finding.message().zh());
            line("    " + finding.message().en());
        });
        if (findings.size() > MOST_FINDINGS) {
            line("  … 其余见附件 · the rest is in the enclosure");
        }
    }

    private static String place(Place at) {
        var words = new StringBuilder();
        add(words, at.sheet());
        add(words, at.cell());
        add(words, at.line() == null ? null : "第" + at.line() + "行 line " + at.line());
        add(words, at.column());
        add(words, at.pointer());
        add(words, at.xpath());
        return words.isEmpty() ? "" : words.append("：").toString();
    }

    private static void add(StringBuilder words, @Nullable String word) {
        if (word != null) {
            words.append(words.isEmpty() ? "" : " ").append(word);
        }
    }

    private void line(String line) {
        text.append(line.replaceAll("[\\p{Cntrl}]", " ")).append("\r\n");
    }
}
