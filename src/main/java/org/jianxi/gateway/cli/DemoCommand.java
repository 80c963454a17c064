package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.demo.Demo;
import org.jianxi.gateway.demo.DemoStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jianxi demo}: the main job on this machine alone, with no other set-up. */
@Command(
        name = "demo",
        description = "整月业务演示 · the whole monthly job on this machine, with simulated senders and ministry",
        footer = {"", "例 Example:", "  ./jianxi demo --once --out /tmp/month"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class DemoCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", description = "报毕即止 · end when the return is filed and acknowledged")
    private boolean once;

    @Option(names = "--period", defaultValue = "2023-06", description = "月份 · the month (${DEFAULT-VALUE})")
    private Period period;

    @Option(names = "--port", defaultValue = "8080", description = "HTTP 端口 · HTTP port, 0 for any (${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--out", paramLabel = "DIR", description = "留下文件 · leave return, receipts and submissions here")
    private Optional<Path> out;

    DemoCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        var folder = home.folder().resolve("var/demo");
        var wish = new DemoStage.Wish(home.folder(), folder, period, port, Clock.systemUTC());
        try {
            var acknowledged = Demo.run(wish, once, out, spec.commandLine().getOut());
            return acknowledged ? ExitCodes.YES : ExitCodes.NO;
        } catch (IOException impossible) {
            throw new CannotBeDone(new Bilingual("演示无法进行：" + impossible, "The demo cannot go on: " + impossible));
        }
    }
}
