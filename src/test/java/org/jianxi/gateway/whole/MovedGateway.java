package org.jianxi.gateway.whole;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jianxi.gateway.GatewayApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/** {@code ./jianxi serve} on another day: its clock begins at the property {@code moved.to} and ticks on. */
final class MovedGateway {

    static final String BEGINS = "moved.to";

    private MovedGateway() {}

    public static void main(String[] arguments) {
        var ahead = Duration.between(Instant.now(), Instant.parse(System.getProperty(BEGINS)));
        var application = new SpringApplication(GatewayApplication.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("clock", Clock.class, () -> Clock.offset(Clock.systemUTC(), ahead)));
        application.run(Arrays.stream(arguments).skip(1).toArray(String[]::new));
    }
}
