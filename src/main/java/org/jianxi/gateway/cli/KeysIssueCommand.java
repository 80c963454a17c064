package org.jianxi.gateway.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.signing.Algorithm;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeptKey;
import org.jianxi.gateway.signing.KeyOrder;
import org.jianxi.gateway.signing.Use;
import org.jianxi.gateway.signing.Validity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi keys issue}: a key and its certificate for somebody. */
@Command(
        name = "issue",
        description = "签发密钥与证书 · a key and its certificate for somebody",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi keys issue kunming --for sender --cn 昆明市人力资源和社会保障局 --days 365",
            "  ./jianxi keys issue gateway-rsa --for gateway --cn 'Jianxi Gateway' --algorithm rsa"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class KeysIssueCommand implements Callable<Integer> {

    private final KeyBench bench;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysOptions options = new KeysOptions();

    @Parameters(paramLabel = "NAME", description = "文件名，小写字母、数字、连字符 · lower-case letters, digits, hyphens")
    private String name;

    @Option(names = "--for", required = true, description = "sender, gateway, officer, timestamp")
    private String use;

    @Option(names = "--cn", required = true, description = "证书上的持有者名称 · what the certificate calls its holder")
    private String commonName;

    @Option(names = "--days", defaultValue = "365", description = "有效天数 · days of life (${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--algorithm", defaultValue = "sm2", description = "sm2, rsa, ecdsa (${DEFAULT-VALUE})")
    private String algorithm;

    KeysIssueCommand(KeyBench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        var order = order();
        var authority = bench.authority(options.folder());
        var revocations = authority.revocationList();
        var inTheWay = authority.keys().stream()
                .filter(key -> key.name().equals(name) && !key.past())
                .map(KeptKey::certificate)
                .filter(one -> one.isValidAt(bench.now())
                        && revocations.revocationOf(one).isEmpty())
                .findFirst();
        if (inTheWay.isPresent()) {
            return options.refused(
                    spec.commandLine(),
                    new Bilingual(
                            "已有 " + name + "（" + inTheWay.get() + "），未改动。换发用 keys rotate，吊销用 keys revoke",
                            "There is " + name + " already (" + inTheWay.get()
                                    + "); nothing was changed. Use keys rotate or keys revoke"));
        }
        return issued(authority, order);
    }

    private int issued(DevelopmentAuthority authority, KeyOrder order) {
        var certificate = authority.issue(order).certificate();
        var row = new CertificateRow(name, certificate, false, Optional.empty(), bench.now());
        var tree = new LinkedHashMap<>(row.tree());
        tree.put("keyStore", authority.folder().resolve(name + ".p12").toString());
        tree.put("certificate", authority.folder().resolve(name + ".pem").toString());
        tree.put("passwordFile", authority.folder().resolve("password").toString());
        return options.done(
                spec.commandLine(),
                tree,
                List.of(
                        row.line(),
                        tree.get("keyStore") + "  " + tree.get("certificate") + "  " + tree.get("passwordFile")));
    }

    private KeyOrder order() {
        var wanted = Use.named(use).filter(one -> one != Use.MINISTRY).orElseThrow(() -> wrong("--for " + use));
        var kind = Algorithm.named(algorithm).orElseThrow(() -> wrong("--algorithm " + algorithm));
        if (!KeyOrder.isName(name)) {
            throw wrong("NAME " + name);
        }
        if (days < 1 || commonName.isBlank()) {
            throw wrong(days < 1 ? "--days " + days : "--cn");
        }
        return new KeyOrder(name, commonName, wanted, kind, Validity.from(bench.now(), Duration.ofDays(days)));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), "不可用 cannot be used: " + what);
    }
}
