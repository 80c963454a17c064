package org.jianxi.gateway.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jianxi keys list}: every certificate there is and how long it still counts. */
@Command(
        name = "list",
        description =
                "全部证书与剩余天数；有过期或一天内到期的，退出码为 1 · every certificate; ends with 1 when one has ended or ends within a day",
        footer = {"", "例 Example:", "  ./jianxi keys list --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class KeysListCommand implements Callable<Integer> {

    private final KeyBench bench;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysOptions options = new KeysOptions();

    KeysListCommand(KeyBench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        var rows = new KeyInventory(bench, options.folder()).rows();
        var urgent = rows.stream()
                .filter(CertificateRow::isUrgent)
                .map(CertificateRow::name)
                .toList();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("certificates", rows.stream().map(CertificateRow::tree).toList());
        tree.put("urgent", urgent);
        return options.answer(
                spec.commandLine(),
                tree,
                rows.stream().map(CertificateRow::line).toList(),
                urgent.isEmpty() ? ExitCodes.YES : ExitCodes.NO);
    }
}
