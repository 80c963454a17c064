package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.evidence.BundleVerifier;
import org.jianxi.gateway.evidence.Verdict;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.Trust;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every command that judges evidence asks for: the roots it rests on, and how to answer. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class EvidenceOptions {

    @Option(
            names = "--root",
            paramLabel = "CERT",
            description =
                    "受信任的根证书（PEM 或 DER，可多个）· trusted root; otherwise root.pem beside the file, or this installation's")
    private List<Path> roots = List.of();

    @Option(names = "--revoked", paramLabel = "CRL", description = "吊销列表（可多个）· revocation list known to you")
    private List<Path> revoked = List.of();

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    /** Ends the command with 2 and says what to do when there is no root at all. */
    TrustedRoots roots(Home home, Path evidence, CommandLine command) {
        var found = TrustedRoots.find(home, roots, evidence)
                .orElseThrow(() -> new ParameterException(
                        command,
                        "没有根证书：请用 --root 指明，或把 root.pem 放在文件旁边。\n"
                                + "No root certificate: name one with --root, or put root.pem beside the file."));
        if (!found.isNamed()) {
            new Output(command).complaint(found.notice());
        }
        return found;
    }

    List<RevocationList> revocations() {
        return revoked.stream().map(EvidenceOptions::list).toList();
    }

    Trust trust(TrustedRoots found) {
        try {
            return Trust.of(found.certificates(), revocations());
        } catch (KeyProblem foreign) {
            throw new CannotBeDone(new Bilingual("吊销列表不是所给的根签发", String.valueOf(foreign.getMessage())));
        }
    }

    private static RevocationList list(Path file) {
        try {
            return RevocationList.parse(read(file));
        } catch (KeyProblem unreadable) {
            throw new CannotBeDone(new Bilingual(file + "：不是吊销列表", file + ": not a revocation list"));
        }
    }

    /** The whole file; one byte more than any bundle may have is enough to refuse it. */
    static byte[] read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(BundleVerifier.MOST_BYTES + 1);
        } catch (IOException unreadable) {
            throw new CannotBeDone(new Bilingual(
                    file + "：读不出来（" + unreadable.getMessage() + "）", file + ": cannot be read: " + unreadable));
        }
    }

    int answer(CommandLine command, Verdict verdict, TrustedRoots found) {
        if (json) {
            var tree = new LinkedHashMap<>(verdict.tree());
            tree.put("root", found.tree());
            new Output(command).json(tree);
        } else {
            say(command, verdict);
        }
        return verdict.isGenuine() ? ExitCodes.YES : ExitCodes.NO;
    }

    /** The same where no certificate was looked at. */
    int answer(CommandLine command, Verdict verdict) {
        if (json) {
            new Output(command).json(verdict.tree());
        } else {
            say(command, verdict);
        }
        return verdict.isGenuine() ? ExitCodes.YES : ExitCodes.NO;
    }

    private static void say(CommandLine command, Verdict verdict) {
        var out = command.getOut();
        verdict.failure()
                .ifPresentOrElse(
                        failure -> {
                            out.println("不成立 refused: " + failure.reason().wireName());
                            out.println(failure.message().zh());
                            out.println(failure.message().en());
                        },
                        () -> out.printf(
                                "属实 genuine: 签名 signatures %d, 证明 proofs %d, 数据 cells %d%n",
                                verdict.signatures(), verdict.proofs(), verdict.cells()));
        out.flush();
    }
}
