package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code jianxi serve}: the gateway alone, until it is told to stop. */
@Command(
        name = "serve",
        description = "运行网关 · run the gateway alone",
        footer = {
            "",
            "配置 Configuration: application.yaml, 环境变量 environment, --name=value",
            "例 Example:",
            "  ./jianxi serve --server.port=8080"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class ServeCommand implements Callable<Integer> {

    private final Home home;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    ServeCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        GatewayProcess.runUntilStopped(home, settings);
        return ExitCodes.YES;
    }
}
