package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.evidence.ArchiveVerifier;
import org.jianxi.gateway.evidence.CellVerifier;
import org.jianxi.gateway.evidence.RecordProofVerifier;
import org.jianxi.gateway.evidence.Verdict;
import org.jianxi.gateway.flow.RereadingByMapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi verify}: a filed return from its evidence alone, on anybody's machine. Reads nothing of this installation but a root. */
@Command(
        name = "verify",
        description =
                "核验证据包、年度归档、单项数据或单条记录 · verify an evidence bundle, a year's archive, one opened figure or record, offline",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi verify bundle.zip --root root.pem",
            "  ./jianxi verify cell-8.json --root root.pem --json",
            "  ./jianxi verify proof-placements-2.json --commitment 9c1185a5c5e9fc54612808977ee8f548b2258d31…"
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

    @Option(
            names = "--commitment",
            paramLabel = "DIGEST",
            description =
                    "随报表上报的承诺值，用以核验单条记录的证明 · the commitment that was filed, to verify the proof of one record against")
    private Optional<String> filed;

    VerifyCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var content = EvidenceOptions.read(file);
        if (RecordProofVerifier.reads(content)) {
            return options.answer(
                    spec.commandLine(), new RecordProofVerifier(commitment()).verify(file.toString(), content));
        }
        var roots = options.roots(home, file, spec.commandLine());
        return options.answer(spec.commandLine(), verdict(content, roots), roots);
    }

    /** It must come from another hand than the proof, which could name any. */
    private Digest commitment() {
        return filed.filter(text -> text.matches("[0-9a-f]{64}"))
                .map(Digest::new)
                .orElseThrow(
                        () -> new ParameterException(
                                spec.commandLine(),
                                "单条记录的证明须对照已上报的承诺值（64位十六进制）：--commitment\n"
                                        + "The proof of one record is held against the commitment that was filed, 64 hexadecimal digits: --commitment"));
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
