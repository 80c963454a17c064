package org.jianxi.gateway.console.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/** A login service that takes calls and says nothing, or drop by drop, or what another issuer would say. */
class ServiceCallsTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ServiceCalls calls = ServiceCalls.within(LIMIT, LIMIT);
    private final ServerSocket server;

    ServiceCallsTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aServiceThatSaysNothingIsLeftInTime() {
        answering("");

        leftInTime(() -> calls.configuration(issuer()));
        leftInTime(() -> calls.keys().getForObject(issuer() + "/keys", String.class));
        leftInTime(() -> calls.tokens().getTokenResponse(question()));
    }

    @Test
    void oneThatAnswersDropByDropIsLeftInTimeToo() {
        answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"issuer\": ");

        leftInTime(() -> calls.configuration(issuer()));
    }

    @Test
    void whatAnotherIssuerWouldSayIsRefused() {
        var said = "{\"issuer\": \"http://another.example\"}";
        answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + said.length() + "\r\n\r\n"
                + said);

        assertThatThrownBy(() -> calls.configuration(issuer())).hasMessageContaining("does not speak of the issuer");
    }

    @Test
    void nobodyIsSentOnElsewhere() {
        answering("HTTP/1.1 302 Found\r\nLocation: " + issuer() + "/elsewhere\r\nContent-Length: 0\r\n\r\n");

        assertThatThrownBy(() -> calls.configuration(issuer())).isInstanceOf(RuntimeException.class);
    }

    private void leftInTime(ThrowingCallable call) {
        var began = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(RuntimeException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT.multipliedBy(20));
    }

    private OAuth2AuthorizationCodeGrantRequest question() {
        var service = ClientRegistrations.fromOidcConfiguration(Map.of(
                        "issuer", issuer(),
                        "authorization_endpoint", issuer() + "/authorize",
                        "token_endpoint", issuer() + "/token",
                        "jwks_uri", issuer() + "/keys",
                        "subject_types_supported", java.util.List.of("public")))
                .registrationId("office")
                .clientId("jianxi")
                .redirectUri(issuer() + "/back")
                .build();
        var request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("jianxi")
                .authorizationUri(issuer() + "/authorize")
                .redirectUri(issuer() + "/back")
                .build();
        var response = OAuth2AuthorizationResponse.success("code")
                .redirectUri(issuer() + "/back")
                .build();
        return new OAuth2AuthorizationCodeGrantRequest(service, new OAuth2AuthorizationExchange(request, response));
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Says this much to every caller, and keeps the line open. */
    private void answering(String text) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    var line = server.accept();
                    line.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    line.getOutputStream().flush();
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }
}
