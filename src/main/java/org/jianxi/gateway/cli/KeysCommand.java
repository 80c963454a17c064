package org.jianxi.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jianxi keys}: the certificates of gateway, senders and officers, over their whole life. */
@Command(
        name = "keys",
        description = "密钥与证书：签发、换发、吊销、到期提醒 · keys and certificates over their whole life",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi keys create",
            "  ./jianxi keys issue kunming --for sender --cn 昆明市人力资源和社会保障局",
            "  ./jianxi keys list"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before run()
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine line(KeyBench bench) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysCreateCommand(bench))
                .addSubcommand(new KeysIssueCommand(bench))
                .addSubcommand(new KeysRotateCommand(bench))
                .addSubcommand(new KeysRevokeCommand(bench))
                .addSubcommand(new KeysListCommand(bench))
                .addSubcommand(new CommandLine(new KeysTrustCommand())
                        .addSubcommand(new KeysTrustAddCommand())
                        .addSubcommand(new KeysTrustListCommand(bench)));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "keys create · issue · rotate · revoke · list · trust");
    }
}
