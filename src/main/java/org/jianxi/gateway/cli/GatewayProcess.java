package org.jianxi.gateway.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jianxi.gateway.GatewayApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The running gateway in this process. Apart from its command, so that asking for any other command, or for help, loads nothing
 * of Spring.
 */
final class GatewayProcess {

    private GatewayProcess() {}

    /** Starts and returns when it has been told to stop; what keeps it from starting is thrown as it is. */
    static void runUntilStopped(Home home, List<String> settings) throws InterruptedException {
        var closed = new CountDownLatch(1);
        System.setProperty(Home.PROPERTY, home.folder().toString());
        var application = new SpringApplication(GatewayApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addListeners((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        application.run(settings.toArray(String[]::new));
        closed.await();
    }
}
