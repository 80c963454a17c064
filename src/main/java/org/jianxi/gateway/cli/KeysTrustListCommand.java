package org.jianxi.gateway.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jianxi.gateway.intake.TrustFolder;
import org.jianxi.gateway.signing.RevocationList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jianxi keys trust list}: the authorities that are believed, and their revocation lists. */
@Command(
        name = "list",
        description = "受信任的签发机构与吊销列表 · the authorities that are believed, and their revocation lists",
        footer = {"", "例 Example:", "  ./jianxi keys trust list"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class KeysTrustListCommand implements Callable<Integer> {

    private final KeyBench bench;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysOptions options = new KeysOptions();

    KeysTrustListCommand(KeyBench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        var keys = KeyBench.keys(options.folder());
        var trust = TrustFolder.open(keys, keys.resolve("trust")).current();
        var rows = trust.roots().stream()
                .map(root -> new CertificateRow("trust", root, false, Optional.empty(), bench.now()))
                .toList();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("roots", rows.stream().map(CertificateRow::tree).toList());
        tree.put(
                "revocationLists",
                trust.revocationLists().stream().map(this::tree).toList());
        var lines = Stream.concat(
                rows.stream().map(CertificateRow::line),
                trust.revocationLists().stream().map(this::line));
        return options.done(spec.commandLine(), tree, lines.toList());
    }

    private Map<String, Object> tree(RevocationList list) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("issuer", list.issuer());
        tree.put("issuedAt", list.issuedAt().toString());
        list.nextDue().ifPresent(due -> tree.put("nextDue", due.toString()));
        tree.put("overdue", isOverdue(list));
        return tree;
    }

    private String line(RevocationList list) {
        var words = isOverdue(list) ? List.of("吊销列表（已过更新期限）revocation list, overdue") : List.of("吊销列表 revocation list");
        return words.getFirst() + "  " + list.issuer() + "  " + list.issuedAt();
    }

    private boolean isOverdue(RevocationList list) {
        return list.nextDue().filter(bench.now()::isAfter).isPresent();
    }
}
