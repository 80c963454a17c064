package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.intake.TrustFolder;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi keys trust add}: an authority to believe, or the newest revocation list of one. */
@Command(
        name = "add",
        description = "登记受信任的签发机构，或其最新吊销列表 · an authority to believe, or its newest revocation list",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi keys trust add approved-root.pem",
            "  ./jianxi keys trust add approved-root.crl"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class KeysTrustAddCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysOptions options = new KeysOptions();

    @Parameters(paramLabel = "FILE", description = "PEM 或 DER · PEM or DER")
    private Path file;

    @Option(names = "--name", description = "存放的名称，默认取文件名 · the name to keep it under; the file's when absent")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var bytes = EvidenceOptions.read(file);
        var list = list(bytes);
        return list.isPresent() ? add(list.get()) : add(certificate(bytes));
    }

    private int add(SigningCertificate root) throws IOException {
        if (!root.isAuthority()) {
            return options.refused(
                    spec.commandLine(),
                    new Bilingual(
                            root + " 不是签发机构的证书；报送者的证书登记在 source.yaml 的 signer",
                            root
                                    + " is no authority's certificate; a sender's is registered as signer in source.yaml"));
        }
        var target = target(".pem");
        if (Files.exists(target)) {
            return SigningCertificate.read(target).equals(root)
                    ? added(target, root.toString())
                    : options.refused(
                            spec.commandLine(),
                            new Bilingual(
                                    target + " 是另一张证书，未改动；请用 --name 另取名称",
                                    target + " is another certificate and stays; choose another --name"));
        }
        return kept(target, root.pem(), root.toString());
    }

    private int add(RevocationList list) throws IOException {
        var keys = KeyBench.keys(options.folder());
        var trust = TrustFolder.open(keys, keys.resolve("trust")).current();
        try {
            Trust.of(trust.roots(), List.of(list));
        } catch (KeyProblem unknown) {
            return options.refused(
                    spec.commandLine(),
                    new Bilingual("吊销列表不是受信任机构签发：" + list.issuer(), String.valueOf(unknown.getMessage())));
        }
        var target = target(".crl");
        if (Files.exists(target)) {
            var before = RevocationList.parse(Files.readAllBytes(target));
            if (!before.issuer().equals(list.issuer()) || before.issuedAt().isAfter(list.issuedAt())) {
                return options.refused(
                        spec.commandLine(),
                        new Bilingual(
                                target + " 属另一机构或更新（" + before.issuedAt() + "），未改动",
                                target + " is another authority's or newer (" + before.issuedAt() + ") and stays"));
            }
        }
        return kept(target, list.pem(), list.issuer() + ", " + list.issuedAt());
    }

    private int kept(Path target, String pem, String what) throws IOException {
        var aside = target.resolveSibling("." + target.getFileName() + ".new");
        Files.write(aside, pem.getBytes(StandardCharsets.US_ASCII));
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        return added(target, what);
    }

    private int added(Path target, String what) {
        return options.done(
                spec.commandLine(), Map.of("file", target.toString(), "trusted", what), List.of(target + "  " + what));
    }

    private Path target(String ending) throws IOException {
        var written = file.getFileName().toString();
        var stem = name.orElse(written.contains(".") ? written.substring(0, written.lastIndexOf('.')) : written);
        if (!stem.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,60}")) {
            throw new ParameterException(spec.commandLine(), "--name: " + stem);
        }
        return Files.createDirectories(KeyBench.keys(options.folder()).resolve("trust"))
                .resolve(stem + ending);
    }

    private static Optional<RevocationList> list(byte[] bytes) {
        try {
            return Optional.of(RevocationList.parse(bytes));
        } catch (KeyProblem anotherKind) {
            return Optional.empty();
        }
    }

    private SigningCertificate certificate(byte[] bytes) {
        try {
            return SigningCertificate.parse(bytes);
        } catch (KeyProblem neither) {
            throw new CannotBeDone(
                    new Bilingual(file + "：既不是证书，也不是吊销列表", file + ": neither a certificate nor a revocation list"));
        }
    }
}
