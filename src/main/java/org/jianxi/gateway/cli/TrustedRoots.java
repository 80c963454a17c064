package org.jianxi.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * The root certificates that a verification rests on, and how they were found.
 *
 * @param from {@code named} on the command line, {@code beside} the evidence, or of this {@code installation}
 */
record TrustedRoots(List<SigningCertificate> certificates, String from, List<Path> files) {

    private static final String FILE = "root.pem";

    /** Those that were named; otherwise {@code root.pem} beside the evidence, otherwise this installation's own; empty for none. */
    static Optional<TrustedRoots> find(Home home, List<Path> named, Path evidence) {
        if (!named.isEmpty()) {
            return Optional.of(read("named", named));
        }
        var beside = evidence.toAbsolutePath().resolveSibling(FILE);
        if (Files.isRegularFile(beside)) {
            return Optional.of(read("beside", List.of(beside)));
        }
        var own = home.folder().resolve("var/keys").resolve(FILE);
        return Files.isRegularFile(own) ? Optional.of(read("installation", List.of(own))) : Optional.empty();
    }

    private static TrustedRoots read(String from, List<Path> files) {
        try {
            return new TrustedRoots(files.stream().map(SigningCertificate::read).toList(), from, files);
        } catch (KeyProblem unreadable) {
            throw new CannotBeDone(
                    new Bilingual("根证书读不出来：" + files, "A root certificate cannot be read: " + unreadable.getMessage()));
        }
    }

    boolean isNamed() {
        return from.equals("named");
    }

    /** For whoever did not name a root: which one the answer rests on. */
    Bilingual notice() {
        return new Bilingual(
                "未指定 --root，使用 %s（SM3 %s）；只有从可信渠道取得的根证书才有意义。".formatted(files, fingerprints()),
                "No --root named: using %s (SM3 %s). A root is worth only as much as the way it came to you."
                        .formatted(files, fingerprints()));
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("from", from);
        tree.put("fingerprints", fingerprints());
        return tree;
    }

    private List<String> fingerprints() {
        return certificates.stream().map(one -> one.fingerprint().hex()).toList();
    }
}
