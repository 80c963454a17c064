package org.jianxi.gateway.console.oidc;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads ID tokens and checks signature (RS256), issuer, audience and times, by the clock that the whole gateway goes by. */
final class VouchedTokens implements JwtDecoderFactory<ClientRegistration> {

    private final Clock clock;
    private final ServiceCalls calls;
    private final Map<String, JwtDecoder> byKeys = new ConcurrentHashMap<>();

    VouchedTokens(Clock clock, ServiceCalls calls) {
        this.clock = clock;
        this.calls = calls;
    }

    /** One for each place of keys, because it remembers them. */
    @Override
    public JwtDecoder createDecoder(ClientRegistration service) {
        return byKeys.computeIfAbsent(service.getProviderDetails().getJwkSetUri(), keys -> decoder(service, keys));
    }

    private JwtDecoder decoder(ClientRegistration service, String keys) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(calls.keys())
                .build();
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        var claims = new OidcIdTokenValidator(service);
        claims.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }
}
