package org.jianxi.gateway.demo;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.GatewayApplication;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.intake.AccessKeys;
import org.jianxi.gateway.ledger.Timestamps;
import org.jianxi.gateway.transport.sftp.SftpServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The gateway as {@code serve} runs it, with the demo's folders and clock. */
final class DemoGateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private DemoGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * What differs from {@code serve}.
     *
     * @param period the month that is played, which the sandbox must not deliver
     * @param port 0 for any free one
     */
    record Setting(
            DemoHome folders, Period period, int port, URI ministry, URI timestamps, DemoLogin login, Clock clock) {

        Map<String, Object> properties() {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("jianxi.home", folders.home().toString());
            properties.put("jianxi.var", folders.var().toString());
            properties.put("server.port", port);
            properties.put("server.address", "127.0.0.1");
            properties.put("management.server.port", 0);
            properties.put("jianxi.sftp.host", "127.0.0.1");
            properties.put("jianxi.sftp.port", 0);
            properties.put("jianxi.transport.poll-hosts", "127.0.0.1");
            properties.put("jianxi.ministry.url", ministry.toString());
            properties.put(
                    "jianxi.ministry.certificate",
                    folders.var().resolve("keys/ministry.pem").toString());
            properties.put("jianxi.ministry.timeout", "3s");
            properties.put("jianxi.ministry.first-wait", "1s");
            properties.put("jianxi.timestamps.url", timestamps.toString());
            properties.put(
                    "jianxi.timestamps.certificate",
                    folders.var().resolve("keys/timestamps.pem").toString());
            properties.put("jianxi.timestamps.every", "1s");
            properties.put("jianxi.publishing.feeds", true);
            properties.put("jianxi.publishing.every", "1s");
            properties.put("jianxi.publishing.keep", "1s");
            properties.put("jianxi.publishing.first-wait", "1s");
            properties.put("jianxi.publishing.address", "http://127.0.0.1:" + port);
            properties.putAll(login.properties());
            return properties;
        }
    }

    static DemoGateway start(Setting setting) {
        var application = new SpringApplication(GatewayApplication.class);
        application.setRegisterShutdownHook(false);
        var arguments = setting.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("clock", Clock.class, setting::clock);
            beans.registerBean(
                    SandboxGuard.class,
                    () -> new SandboxGuard(setting.period(), () -> context.getBean(AccessKeys.class)));
        });
        return new DemoGateway(application.run(arguments));
    }

    URI url() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()));
    }

    int sftpPort() {
        return context.getBean(SftpServer.class).port();
    }

    Timestamps timestamps() {
        return context.getBean(Timestamps.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
