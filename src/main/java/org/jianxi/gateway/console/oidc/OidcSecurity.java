package org.jianxi.gateway.console.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.flow.accounts.SignInDesk;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.signing.PersonKeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.web.SecurityFilterChain;

/** The way out to the login service and back: code flow with state, nonce and PKCE, and an ID token whose every claim is checked. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jianxi.console.oidc.issuer")
@EnableConfigurationProperties(OidcSettings.class)
class OidcSecurity {

    private static final String BEGIN = "/console/oidc/begin";
    private static final String BACK = "/console/oidc/back";
    private static final String NAME = "office";

    /** The service is asked for its addresses when somebody first wants to sign in, and again until it answers: the gateway starts without it. */
    @Bean
    ClientRegistrationRepository loginService(OidcSettings settings, Secrets secrets, ServiceCalls calls) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings, secrets, calls)));
    }

    @Bean
    @Order(-1)
    SecurityFilterChain comesBackFromTheLoginService(
            HttpSecurity http,
            ClientRegistrationRepository service,
            OidcSettings settings,
            SealedRequests asked,
            SignInDesk desk,
            ServiceCalls calls) {
        var arrival = new OidcArrival(new Claims(settings), desk);
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(service, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        http.securityMatcher("/console/oidc/**")
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2Login(login -> login.loginPage("/console/login")
                        .clientRegistrationRepository(service)
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(there -> there.baseUri(BEGIN)
                                .authorizationRequestResolver(resolver)
                                .authorizationRequestRepository(asked))
                        .redirectionEndpoint(back -> back.baseUri(BACK))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(calls.tokens()))
                        .userInfoEndpoint(user -> user.oidcUserService(users))
                        .successHandler(arrival::vouchedFor)
                        .failureHandler(arrival::notVouchedFor))
                .authorizeHttpRequests(pages -> pages.anyRequest().denyAll());
        return http.build();
    }

    @Bean
    VouchedTokens vouchedTokens(Clock clock, ServiceCalls calls) {
        return new VouchedTokens(clock, calls);
    }

    @Bean
    ServiceCalls serviceCalls(OidcSettings settings) {
        return ServiceCalls.within(settings.connectTimeout(), settings.readTimeout());
    }

    @Bean
    SealedRequests sealedRequests(PersonKeys keys, Clock clock) {
        return new SealedRequests(keys, clock);
    }

    private static ClientRegistration registration(OidcSettings settings, Secrets secrets, ServiceCalls calls) {
        var found = ClientRegistrations.fromOidcConfiguration(calls.configuration(settings.issuer()))
                .registrationId(NAME)
                .clientId(settings.clientId())
                .redirectUri("{baseUrl}" + BACK)
                .scope("openid", "profile");
        return Optional.ofNullable(settings.clientSecret())
                .map(reference -> found.clientSecret(secret(reference, secrets)))
                .orElseGet(() -> found.clientAuthenticationMethod(ClientAuthenticationMethod.NONE))
                .build();
    }

    private static String secret(String reference, Secrets secrets) {
        try {
            return secrets.require(SecretReference.parse(reference));
        } catch (IOException nowhere) {
            throw new UncheckedIOException(nowhere);
        }
    }
}
