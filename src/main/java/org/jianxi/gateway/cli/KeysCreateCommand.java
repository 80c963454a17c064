package org.jianxi.gateway.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jianxi keys create}: an authority of one's own and the gateway's certificate; what is there is kept. */
@Command(
        name = "create",
        description = "建立自用签发机构（SM2）与网关证书；已有的保留不动 · an authority of one's own and the gateway's certificate",
        footer = {"", "例 Example:", "  ./jianxi keys create --var var"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class KeysCreateCommand implements Callable<Integer> {

    private final KeyBench bench;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysOptions options = new KeysOptions();

    KeysCreateCommand(KeyBench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        var keys = KeyBench.keys(options.folder());
        var before = DevelopmentAuthority.find(keys, bench.clock(), bench.random());
        var authority = DevelopmentAuthority.create(keys, bench.clock(), bench.random());
        var gateway = authority.gateway().certificate();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("created", before.isEmpty());
        tree.put("folder", keys.toString());
        tree.put("root", authority.root().toString());
        tree.put("gateway", gateway.toString());
        return options.done(
                spec.commandLine(),
                tree,
                List.of(
                        before.isEmpty() ? "已建立 created: " + keys : "原已有，未改动 was there and is kept: " + keys,
                        "root.pem    " + authority.root(),
                        "signer.pem  " + gateway));
    }
}
