package org.jianxi.gateway.console.oidc;

import java.time.Clock;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** Reads ID tokens and checks signature, issuer, audience and times, by the clock that the whole gateway goes by. */
final class VouchedTokens implements JwtDecoderFactory<ClientRegistration> {

    private final OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();

    VouchedTokens(Clock clock) {
        factory.setJwtValidatorFactory(service -> {
            var times = new JwtTimestampValidator();
            times.setClock(clock);
            var claims = new OidcIdTokenValidator(service);
            claims.setClock(clock);
            return new DelegatingOAuth2TokenValidator<>(times, claims);
        });
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration service) {
        return factory.createDecoder(service);
    }
}
