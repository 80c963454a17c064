package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.JsonText;
import picocli.CommandLine;

/** A command's answer on standard output: lines for people, or one JSON document and nothing else. */
record Output(CommandLine command) {

    void json(Map<String, ?> document) {
        text(JsonText.of(document));
    }

    /** UTF-8 as it is; the byte order mark that spreadsheets want is left out. */
    void text(byte[] utf8) {
        command.getOut().print(new String(utf8, StandardCharsets.UTF_8).replace("\uFEFF", ""));
        command.getOut().flush();
    }

    void verdict(String file, boolean accepted, List<Finding> findings) {
        var out = command.getOut();
        out.println(file + "  " + (accepted ? "接受 accepted" : "退回 rejected"));
        findings(out, findings);
    }

    /** What is wrong with a file whose content is the answer: on standard error. */
    void remarks(List<Finding> findings) {
        findings(command.getErr(), findings);
    }

    private static void findings(PrintWriter to, List<Finding> findings) {
        for (var finding : findings) {
            to.println("  " + finding.rule() + " " + severity(finding) + " " + place(finding.at()));
            to.println("    " + finding.message().zh());
            to.println("    " + finding.message().en());
            to.println("    " + finding.clause());
        }
        to.flush();
    }

    /** Why the answer is no, or why there is none, for the person at the terminal. */
    void complaint(Bilingual reason) {
        command.getErr().println(reason.zh());
        command.getErr().println(reason.en());
    }

    static String severity(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "错误 error";
            case WARNING -> finding.explanation() == null ? "提示 warning" : "提示（已说明） warning, explained";
            case INFO -> "信息 info";
        };
    }

    static String place(Place at) {
        return at.words(line -> "行 line " + line);
    }
}
