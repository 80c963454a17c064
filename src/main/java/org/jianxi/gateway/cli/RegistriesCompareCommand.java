package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.lookups.Book;
import org.jianxi.gateway.registries.lookups.BookComparison;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.SigningCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jianxi registries compare}: whether our look-up ledger and a registry's own book tell the same. Ends with 0 when they do, with
 * 1 and the first difference when not, and with 3 when a file cannot be used.
 */
@Command(
        name = "compare",
        description = "两本查询台账是否一致 · whether both sides' books of look-ups tell the same",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi registries compare ours.jsonl theirs.jsonl --certificate gateway.pem",
            "  ./jianxi registries compare ours.jsonl audit.jsonl --asker jianxi --registry low-income"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class RegistriesCompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OURS", description = "我方台账 · our ledger, as registries lookups writes it")
    private Path ours;

    @Parameters(index = "1", paramLabel = "THEIRS", description = "对方的账 · their book, or an agent's audit.jsonl")
    private Path theirs;

    @Option(
            names = "--certificate",
            paramLabel = "FILE.pem",
            description = "我方台账的签名证书 · the certificate that signs our ledger")
    private Optional<Path> certificate;

    @Option(names = "--asker", paramLabel = "NAME", description = "对方给我方的名称 · what their book calls us")
    private Optional<String> asker;

    @Option(names = "--registry", paramLabel = "NAME", description = "对方的登记库名 · what their book calls the registry")
    private Optional<String> registry;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        try {
            var comparison = BookComparison.of(
                    Book.read(ours, Book.About.EVERYTHING),
                    Book.read(theirs, new Book.About(asker, registry)),
                    certificate.map(SigningCertificate::read));
            tell(comparison);
            return comparison.difference().isEmpty() ? ExitCodes.YES : ExitCodes.NO;
        } catch (IOException | KeyProblem unusable) {
            throw new CannotBeDone(
                    new Bilingual("无法比对：" + unusable.getMessage(), "cannot be compared: " + unusable.getMessage()));
        }
    }

    private void tell(BookComparison comparison) {
        var output = new Output(spec.commandLine());
        if (json) {
            var document = new LinkedHashMap<String, Object>();
            document.put("verdict", comparison.difference().isEmpty() ? "same" : "different");
            document.put("questions", comparison.questions());
            document.put(
                    "difference", comparison.difference().map(Bilingual::en).orElse(null));
            output.json(document);
            return;
        }
        comparison
                .difference()
                .ifPresentOrElse(
                        output::complaint,
                        () -> spec.commandLine()
                                .getOut()
                                .println("两本账一致，共 %d 次查询 · both books tell the same: %d questions"
                                        .formatted(comparison.questions(), comparison.questions())));
    }
}
