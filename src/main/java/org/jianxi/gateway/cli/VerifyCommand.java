package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jianxi.gateway.evidence.ArchiveVerifier;
import org.jianxi.gateway.evidence.CellVerifier;
import org.jianxi.gateway.evidence.Verdict;
import org.jianxi.gateway.flow.RereadingByMapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi verify}: a filed return from its evidence alone, on anybody's machine. Reads nothing of this installation but a root. */
@Command(
        name = "verify",
        description = "核验证据包、年度归档或单项数据 · verify an evidence bundle, a year's archive, or one opened figure, offline",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi verify bundle.zip --root root.pem",
            "  ./jianxi verify cell-8.json --root root.pem --json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class VerifyCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EvidenceOptions options = new EvidenceOptions();

    @Parameters(
            paramLabel = "BUNDLE",
            description = "证据包、年度归档，或单项证明（JSON）· a bundle, a year's archive, or the proof of one cell (JSON)")
    private Path file;

    VerifyCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var content = EvidenceOptions.read(file);
        var roots = options.roots(home, file, spec.commandLine());
        return options.answer(spec.commandLine(), verdict(content, roots), roots);
    }

    private Verdict verdict(byte[] content, TrustedRoots roots) {
        if (content.length > 0 && content[0] == '{') {
            return new CellVerifier(options.trust(roots)).verify(file.toString(), content);
        }
        options.trust(roots);
        return new ArchiveVerifier(roots.certificates(), options.revocations(), new RereadingByMapping())
                .verify(content);
    }
}
