package org.jianxi.gateway.accounts;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.signing.PersonKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn level 2): a key in an authenticator that asks its owner for a PIN or a finger, so that it stands in for password and
 * second factor together. In the caller's transaction.
 */
public final class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final String SIGN_IN = "sign-in";
    private static final int LONGEST_LABEL = 60;

    private final Webauthn4JRelyingPartyOperations operations;
    private final PasskeyRows rows;
    private final Challenges challenges;

    /** @param origin where browsers find the gateway, such as {@code https://gateway.example.cn}; keys are bound to its host */
    public Passkeys(JdbcClient jdbc, JdbcOperations template, PersonKeys keys, URI origin) {
        var party = PublicKeyCredentialRpEntity.builder()
                .id(origin.getHost())
                .name("见习网关 Jianxi Gateway")
                .build();
        this.operations = new Webauthn4JRelyingPartyOperations(
                new JdbcPublicKeyCredentialUserEntityRepository(template),
                new JdbcUserCredentialRepository(template),
                party,
                Set.of(origin.toString()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        this.rows = new PasskeyRows(jdbc);
        this.challenges = new Challenges(jdbc, keys);
    }

    /**
     * What a browser is to ask its authenticator.
     *
     * @param json options of WebAuthn
     * @param sealed comes back beside the answer
     */
    public record Question(String json, String sealed) {}

    /** @param id in base64url */
    public record Passkey(String id, String label, Optional<Instant> created, Optional<Instant> lastUsed) {}

    public List<Passkey> of(AccountName account) {
        return rows.of(account);
    }

    public void forget(AccountName account, String id) {
        rows.forget(account, id);
    }

    public Question registration(AccountName account, Instant now) {
        var options = operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(as(account)));
        var sealed = challenges.seal(options.getChallenge().getBytes(), account.value(), now);
        return new Question(JSON.writeValueAsString(options), sealed);
    }

    /** False where the answer does not fit the question, or somebody else's. */
    public boolean register(AccountName account, String sealed, String answer, String label, Instant now) {
        return challenges
                .use(sealed, account.value(), now)
                .filter(challenge -> {
                    try {
                        var credential = JSON.readValue(
                                answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
                        var asked = operations.createPublicKeyCredentialCreationOptions(
                                new ImmutablePublicKeyCredentialCreationOptionsRequest(as(account)));
                        var name = label.strip()
                                .substring(
                                        0, Math.min(LONGEST_LABEL, label.strip().length()));
                        operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                                PasskeyOptions.asked(asked, new Bytes(challenge)),
                                new RelyingPartyPublicKey(credential, name.isEmpty() ? account.value() : name)));
                        return true;
                    } catch (WebAuthnException | JacksonException | IllegalArgumentException wrong) {
                        LOG.info(
                                "Console: a passkey was not taken: {}",
                                wrong.getClass().getSimpleName());
                        return false;
                    }
                })
                .isPresent();
    }

    /** For whoever holds a passkey of ours: the authenticator knows whose it is. */
    public Question signIn(Instant now) {
        var options =
                operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        return new Question(
                JSON.writeValueAsString(options),
                challenges.seal(options.getChallenge().getBytes(), SIGN_IN, now));
    }

    /** Whose passkey answered; empty where none of ours did, or not to this question. */
    public Optional<AccountName> signIn(String sealed, String answer, Instant now) {
        return challenges.use(sealed, SIGN_IN, now).flatMap(challenge -> {
            try {
                var credential = JSON.readValue(
                        answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
                var asked = operations.createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
                var user = operations.authenticate(new RelyingPartyAuthenticationRequest(
                        PasskeyOptions.asked(asked, new Bytes(challenge)), credential));
                return AccountName.parse(user.getName());
            } catch (WebAuthnException | JacksonException | IllegalArgumentException wrong) {
                LOG.info("Console: a passkey did not open: {}", wrong.getClass().getSimpleName());
                return Optional.empty();
            }
        });
    }

    private static Authentication as(AccountName account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.value(), "", List.of());
    }
}
