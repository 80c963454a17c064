package org.jianxi.gateway.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jianxi.gateway.GatewayApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
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
    private List<String> settings;

    ServeCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws InterruptedException {
        var closed = new CountDownLatch(1);
        System.setProperty(Home.PROPERTY, home.folder().toString());
        var application = new SpringApplication(GatewayApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        application.run(settings.toArray(String[]::new));
        closed.await();
        return ExitCodes.YES;
    }
}
