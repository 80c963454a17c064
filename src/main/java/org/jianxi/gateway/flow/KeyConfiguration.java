package org.jianxi.gateway.flow;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.SignerCertificates;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.intake.TrustFolder;
import org.jianxi.gateway.records.KnownKeys;
import org.jianxi.gateway.signing.DevelopmentAuthority;
import org.jianxi.gateway.signing.KeyRing;
import org.jianxi.gateway.signing.OwnCertificates;
import org.jianxi.gateway.signing.OwnSigners;
import org.jianxi.gateway.signing.PersonKeys;
import org.jianxi.gateway.signing.Signer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys we sign with and the authorities we believe. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningSettings.class)
class KeyConfiguration {

    @Bean
    KeyRing keyRing(
            GatewayFolders folders, SigningSettings settings, Secrets secrets, Clock clock, SecureRandom random) {
        var keys = folders.keys();
        var ring = new KeyCabinet(secrets, random)
                .open(settings.first())
                .orElseGet(
                        () -> DevelopmentAuthority.create(keys, clock, random).gateway());
        return new OwnCertificates(keys.resolve("own")).remember(ring);
    }

    /** The key ring comes first: with a development authority it makes the root that is believed. */
    @Bean
    TrustFolder trustFolder(GatewayFolders folders, Environment environment, KeyRing ring) {
        var folder = Optional.ofNullable(environment.getProperty("jianxi.trust"))
                .map(Path::of)
                .orElseGet(() -> folders.keys().resolve("trust"));
        return TrustFolder.open(folders.keys(), folder);
    }

    /** Signs only while our certificate counts: nothing is accepted on evidence that nobody will believe. */
    @Bean
    Signer signer(KeyRing ring, TrustFolder trust, Clock clock) {
        return ring.signer().unless(() -> trust.current().objection(ring.certificate(), clock.instant()));
    }

    @Bean
    OwnSigners ownSigners(Signer signer, SigningSettings settings, Secrets secrets, SecureRandom random) {
        var second = Optional.ofNullable(settings.second())
                .map(SigningSettings.Second::place)
                .flatMap(new KeyCabinet(secrets, random)::open)
                .map(KeyRing::signer);
        return new OwnSigners(signer, second);
    }

    /** The keys of people's records; a node whose keys are not those of the database does not start. */
    @Bean
    PersonKeys personKeys(
            GatewayFolders folders, Environment environment, JdbcClient jdbc, Clock clock, SecureRandom random) {
        var folder = Optional.ofNullable(environment.getProperty("jianxi.people.keys"))
                .map(Path::of)
                .orElseGet(() -> folders.keys().resolve("people"));
        var keys = PersonKeys.in(folder, random);
        new KnownKeys(jdbc).agreeWith(keys, clock.instant());
        return keys;
    }

    @Bean
    KeyWatch keyWatch(OwnSigners own, SourceRegister sources, SignerCertificates certificates, Clock clock) {
        return new KeyWatch(own, sources, certificates, clock);
    }
}
