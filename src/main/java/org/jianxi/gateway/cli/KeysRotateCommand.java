package org.jianxi.gateway.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jianxi.gateway.signing.Validity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jianxi keys rotate}: a new key in the place of another, with a time in which both count. */
@Command(
        name = "rotate",
        description = {
            "换发：新密钥立即有效，旧证书在重叠期内仍有效，以后仍可验证旧回执 · a new key; the old certificate counts until the overlap ends",
            "网关重新启动后改用新密钥 · the gateway uses its new key from its next start on"
        },
        footer = {"", "例 Example:", "  ./jianxi keys rotate --overlap-days 30", "  ./jianxi keys rotate kunming"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class KeysRotateCommand implements Callable<Integer> {

    private final KeyBench bench;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysOptions options = new KeysOptions();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "gateway",
            description = "默认 default: ${DEFAULT-VALUE}")
    private String name;

    @Option(
            names = "--days",
            defaultValue = "1095",
            description = "新证书有效天数 · days of the new one's life (${DEFAULT-VALUE})")
    private int days;

    @Option(
            names = "--overlap-days",
            defaultValue = "30",
            description = "旧证书继续有效的天数 · days in which both count (${DEFAULT-VALUE})")
    private int overlap;

    KeysRotateCommand(KeyBench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        var authority = bench.authority(options.folder());
        var known = authority.keys();
        if (name.equals("root") || known.stream().noneMatch(key -> key.name().equals(name) && !key.past())) {
            throw wrong("没有可换发的 nothing to rotate: " + name + "。现有 there are: " + KeyBench.names(known));
        }
        if (days < 1 || overlap < 0) {
            throw wrong("--days, --overlap-days");
        }
        var rotation =
                authority.rotate(name, Validity.from(bench.now(), Duration.ofDays(days)), Duration.ofDays(overlap));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", name);
        tree.put("before", rotation.before().serialNumber().toString(16));
        tree.put("after", rotation.after().serialNumber().toString(16));
        tree.put("overlapEnds", rotation.overlapEnds().toString());
        return options.done(
                spec.commandLine(),
                tree,
                List.of(
                        "新 new   " + rotation.after() + "，至 until "
                                + rotation.after().notAfter(),
                        "旧 old   " + rotation.before() + "，至 counts until " + rotation.overlapEnds(),
                        name.equals("gateway")
                                ? "请在此前重启网关 restart the gateway before then"
                                : "请更新来源登记的证书 register the new certificate"));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
