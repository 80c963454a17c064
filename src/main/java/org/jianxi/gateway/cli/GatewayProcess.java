package org.jianxi.gateway.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jianxi.gateway.GatewayApplication;
import org.jianxi.gateway.flow.LedgerBroken;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.NestedExceptionUtils;

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
        start(application, settings);
        closed.await();
    }

    /** A ledger that went backwards is said in words, and what to do about it: {@code docs/operating.md}. */
    private static void start(SpringApplication application, List<String> settings) {
        try {
            application.run(settings.toArray(String[]::new));
        } catch (RuntimeException failed) {
            if (NestedExceptionUtils.getMostSpecificCause(failed) instanceof LedgerBroken broken) {
                throw new CannotBeDone(broken.breach().message());
            }
            throw failed;
        }
    }
}
