package org.jianxi.gateway.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.intake.Role;
import org.jianxi.gateway.sandbox.LoginDesk;
import org.jianxi.gateway.sandbox.LoginSandbox;
import org.jianxi.gateway.signing.AccessKey;

/** The office's login service, with one person for each role. */
record DemoLogin(LoginSandbox service) implements AutoCloseable {

    private static final String CLIENT = "jianxi";
    private static final String SECRET_FILE = "login.secret";
    private static final String REPORTERS_UNIT = "530100";

    static DemoLogin start(Path var, Clock clock, SecureRandom random) throws IOException {
        var secret = AccessKey.newKey(random).secret();
        Files.writeString(var.resolve(SECRET_FILE), secret, StandardCharsets.UTF_8);
        var people = new TreeMap<String, Map<String, Object>>();
        for (var role : List.of(Role.OFFICER, Role.APPROVER, Role.FILER, Role.ADMINISTRATOR, Role.AUDITOR)) {
            people.put(role.wireName() + "-person", Map.of("roles", role.wireName()));
        }
        people.put("reporter-person", Map.of("roles", Role.REPORTER.wireName(), "areas", List.of(REPORTERS_UNIT)));
        people.put("stranger", Map.of());
        return new DemoLogin(LoginSandbox.start(new LoginDesk.Client(CLIENT, secret), people, clock, random));
    }

    /** How the gateway knows it: each role by its own name. */
    Map<String, Object> properties() {
        var properties = new TreeMap<String, Object>();
        properties.put("jianxi.console.oidc.issuer", service.issuer());
        properties.put("jianxi.console.oidc.client-id", CLIENT);
        properties.put("jianxi.console.oidc.client-secret", "file:" + SECRET_FILE);
        for (var role : Role.values()) {
            properties.put("jianxi.console.oidc.roles." + role.wireName(), role.wireName());
        }
        return properties;
    }

    @Override
    public void close() {
        service.close();
    }
}
