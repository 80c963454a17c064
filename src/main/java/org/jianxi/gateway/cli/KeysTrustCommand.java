package org.jianxi.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jianxi keys trust}: the authorities whose senders are believed. */
@Command(
        name = "trust",
        description = "受信任的签发机构 · the authorities that are believed",
        footer = {"", "例 Example:", "  ./jianxi keys trust add approved-root.pem"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before run()
final class KeysTrustCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "keys trust add FILE · keys trust list");
    }
}
