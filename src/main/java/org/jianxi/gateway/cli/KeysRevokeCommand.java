package org.jianxi.gateway.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeptKey;
import org.jianxi.gateway.signing.RevocationList.Revocation;
import org.jianxi.gateway.signing.RevocationReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi keys revoke}: takes a certificate back and signs the list that says so. */
@Command(
        name = "revoke",
        description = {
            "吊销证书并签发吊销列表（root.crl），下一次收件即生效 · takes a certificate back; counts from the next delivery on",
            "吊销时刻之前收到的不受影响 · what was received before that moment stands"
        },
        footer = {
            "",
            "例 Example:",
            "  ./jianxi keys revoke kunming --reason key-compromise",
            "  ./jianxi keys revoke 7cc4ae7e6cf78639 --reason superseded --at 2023-07-01T00:00:00Z"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class KeysRevokeCommand implements Callable<Integer> {

    private static final int SHORTEST_SERIAL = 8;

    private final KeyBench bench;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysOptions options = new KeysOptions();

    @Parameters(
            paramLabel = "NAME|SERIAL",
            description = "名称，或序列号（至少前8位）· a name, or at least 8 digits of a serial number")
    private String which;

    @Option(
            names = "--reason",
            required = true,
            description =
                    "key-compromise, superseded, cessation-of-operation, affiliation-changed, privilege-withdrawn, unspecified")
    private String reason;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "自何时起 · since when, as 2023-07-01T00:00:00Z; now when absent")
    private Optional<Instant> at = Optional.empty();

    KeysRevokeCommand(KeyBench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        var why = RevocationReason.named(reason)
                .orElseThrow(() -> wrong("--reason " + reason + ": "
                        + Stream.of(RevocationReason.values())
                                .map(RevocationReason::wireName)
                                .collect(Collectors.joining(", "))));
        var authority = bench.authority(options.folder());
        var key = only(authority.keys());
        var already = authority.revocationList().revocationOf(key.certificate());
        if (already.isPresent()) {
            return options.refused(
                    spec.commandLine(),
                    new Bilingual(
                            key.name() + " 自 " + already.get().since() + " 起已吊销，未改动",
                            key.name() + " has been revoked since "
                                    + already.get().since() + "; nothing was changed"));
        }
        return revoke(authority, key, new Revocation(at.orElse(bench.now()).truncatedTo(ChronoUnit.SECONDS), why));
    }

    private int revoke(DevelopmentAuthority authority, KeptKey key, Revocation revocation) {
        authority.revoke(key.certificate(), revocation);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", key.name());
        tree.put("serial", key.serial());
        tree.put("revokedSince", revocation.since().toString());
        tree.put("reason", revocation.reason().wireName());
        tree.put("list", authority.folder().resolve("root.crl").toString());
        var own = key.name().equals("gateway") && !key.past();
        return options.done(
                spec.commandLine(),
                tree,
                List.of(
                        "已吊销 revoked " + key.certificate() + "，自 since " + revocation.since(),
                        own
                                ? "网关即刻停止收件，直至 keys rotate 并重启 · the gateway takes nothing in until keys rotate and a restart"
                                : tree.get("list").toString()));
    }

    /** A name means what is in force under it; a serial number finds also what is past. */
    private KeptKey only(List<KeptKey> keys) {
        var issued = keys.stream().filter(key -> !key.name().equals("root")).toList();
        var serial = which.toLowerCase(Locale.ROOT);
        var found = issued.stream()
                .filter(key -> key.name().equals(which) && !key.past()
                        || serial.length() >= SHORTEST_SERIAL && key.serial().startsWith(serial))
                .toList();
        if (found.size() != 1) {
            throw wrong((found.isEmpty() ? "没有 no such certificate: " : "不止一个 more than one: ") + which
                    + "。现有 there are: " + KeyBench.names(issued));
        }
        return found.getFirst();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
