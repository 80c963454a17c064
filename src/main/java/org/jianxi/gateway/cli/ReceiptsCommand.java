package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.evidence.BundleVerifier;
import org.jianxi.gateway.evidence.LaterHead;
import org.jianxi.gateway.evidence.ReceiptHistory;
import org.jianxi.gateway.evidence.Verdict;
import org.jianxi.gateway.flow.RereadingByMapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi receipts}: whether the receipts a sender kept are ours and tell one story; two that cannot both be true prove a rewriting. */
@Command(
        name = "receipts",
        description = "核验保存的回执是否互相印证 · whether kept receipts are genuine and agree with one another",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi receipts receipts/*.p7s --root root.pem",
            "  ./jianxi receipts receipts/*.p7s --against bundle.zip --root root.pem"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class ReceiptsCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EvidenceOptions options = new EvidenceOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "回执 · receipts (.p7s)")
    private List<Path> files;

    @Option(
            names = {"--against", "--bundle", "--checkpoint"},
            paramLabel = "FILE",
            description = "证据包，或 /ledger/proof 的应答 · a bundle, or an answer of /ledger/proof")
    private Optional<Path> against;

    ReceiptsCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        Map<String, byte[]> receipts = new LinkedHashMap<>();
        files.forEach(file -> receipts.put(file.toString(), EvidenceOptions.read(file)));
        var roots = options.roots(home, files.getFirst(), spec.commandLine());
        return options.answer(spec.commandLine(), verdict(receipts, roots), roots);
    }

    private Verdict verdict(Map<String, byte[]> receipts, TrustedRoots roots) {
        var trust = options.trust(roots);
        var history = new ReceiptHistory(trust);
        if (against.isEmpty()) {
            return history.verify(receipts);
        }
        var file = against.get();
        var content = EvidenceOptions.read(file);
        if (content.length > 0 && content[0] != '{') {
            var bundle = new BundleVerifier(roots.certificates(), options.revocations(), new RereadingByMapping())
                    .verify(content);
            if (!bundle.isGenuine()) {
                return bundle;
            }
        }
        return switch (LaterHead.read(trust, file.toString(), content)) {
            case LaterHead.Found.Genuine found -> history.verify(receipts, found.head());
            case LaterHead.Found.Refused refused -> new Verdict(0, 0, 0, Optional.of(refused.failure()));
        };
    }
}
