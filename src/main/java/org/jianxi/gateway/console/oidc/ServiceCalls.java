package org.jianxi.gateway.console.oidc;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** Calls to the login service. Each ends within its time, so that a service that hangs holds nobody's request for long; none is sent on elsewhere. */
record ServiceCalls(ClientHttpRequestFactory calls) {

    private static final String CONFIGURATION = "/.well-known/openid-configuration";

    /** @param answer for a whole answer */
    static ServiceCalls within(Duration connect, Duration answer) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
        var calls = new JdkClientHttpRequestFactory(client);
        calls.setReadTimeout(answer);
        return new ServiceCalls(calls);
    }

    /** What the service says of itself (OpenID Connect Discovery 1.0, section 4); refused where it speaks of another issuer. */
    Map<String, Object> configuration(String issuer) {
        var place = issuer.replaceFirst("/+$", "") + CONFIGURATION;
        var said = RestClient.builder()
                .requestFactory(calls)
                .build()
                .get()
                .uri(place)
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (said == null || !issuer.equals(said.get("issuer"))) {
            throw new IllegalStateException(place + " does not speak of the issuer " + issuer);
        }
        return said;
    }

    RestClientAuthorizationCodeTokenResponseClient tokens() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(calls)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    RestOperations keys() {
        return new RestTemplate(calls);
    }
}
