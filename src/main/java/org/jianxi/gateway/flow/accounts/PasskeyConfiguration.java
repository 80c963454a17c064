package org.jianxi.gateway.flow.accounts;

import java.net.URI;
import org.jianxi.gateway.accounts.AccountStore;
import org.jianxi.gateway.accounts.Passkeys;
import org.jianxi.gateway.accounts.Sessions;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys, where it is said at which address browsers find the gateway. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(PasskeyConfiguration.ORIGIN)
class PasskeyConfiguration {

    static final String ORIGIN = "jianxi.console.passkeys.origin";

    @Bean
    PasskeyDesk passkeyDesk(
            JdbcClient jdbc,
            JdbcTemplate template,
            PersonKeys keys,
            AccountStore accounts,
            Sessions sessions,
            AccountDesk.Office office,
            Environment environment) {
        var origin = URI.create(environment.getRequiredProperty(ORIGIN));
        return new PasskeyDesk(new Passkeys(jdbc, template, keys, origin), accounts, sessions, office);
    }
}
