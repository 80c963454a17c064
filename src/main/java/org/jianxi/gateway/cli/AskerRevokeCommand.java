package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jianxi.gateway.registries.agent.Askers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jianxi registry-agent revoke}: takes an asker's key back, in force with the next request. */
@Command(
        name = "revoke",
        description = "吊销一方的密钥，立即生效 · take an asker's key back, at once",
        footer = {"", "例 Example:", "  ./jianxi registry-agent revoke jianxi"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class AskerRevokeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "查询方 · the asker")
    private String name;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            defaultValue = "var/registry-agent",
            description = "${DEFAULT-VALUE}")
    private Path state;

    @Override
    public Integer call() {
        new Askers(state.resolve("askers.yaml")).revoke(name);
        return ExitCodes.YES;
    }
}
