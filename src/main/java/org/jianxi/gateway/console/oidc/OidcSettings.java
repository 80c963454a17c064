package org.jianxi.gateway.console.oidc;

import java.time.Duration;
import java.util.Map;
import org.jianxi.gateway.intake.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The login service, and what its words mean here.
 *
 * @param issuer its address, below which {@code .well-known/openid-configuration} lies; without it nobody signs in so
 * @param clientId what the gateway is called there
 * @param clientSecret where the gateway's secret lies: {@code env:NAME} or {@code file:PATH}; none for a public client
 * @param title what the button says
 * @param nameClaim the claim that holds what somebody is called in the audit
 * @param rolesClaim the claim, a text or a list of texts, that says what somebody does
 * @param areasClaim the claim that holds a reporter's division codes
 * @param connectTimeout until a call to the service is connected
 * @param readTimeout of one answer of the service
 * @param roles what a text of the roles' claim is here: one of our roles; any other text means nothing
 */
@ConfigurationProperties("jianxi.console.oidc")
record OidcSettings(
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        @DefaultValue("单位统一登录 · the office's login") String title,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("areas") String areasClaim,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue Map<String, String> roles) {

    OidcSettings {
        roles.forEach((said, role) -> {
            if (Role.named(role).isEmpty()) {
                throw new IllegalArgumentException(
                        "jianxi.console.oidc.roles." + said + ": '" + role + "' 不是角色 is no role");
            }
        });
        roles = Map.copyOf(roles);
    }
}
