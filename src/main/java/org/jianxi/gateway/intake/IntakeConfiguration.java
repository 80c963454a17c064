package org.jianxi.gateway.intake;

import java.nio.file.Path;
import org.jianxi.gateway.signing.Sm3;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources from {@code mappings/} and the keys from {@code access.yaml}. Whoever runs them re-reads them. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    SourceRegister sourceRegister(Environment environment) {
        return SourceRegister.open(home(environment));
    }

    @Bean
    AccessFile accessFile(Environment environment) {
        return AccessFile.open(home(environment), var(environment), Sm3::of);
    }

    @Bean
    Secrets secrets(Environment environment) {
        return new Secrets(System::getenv, var(environment));
    }

    @Bean
    SignerCertificates signerCertificates(Secrets secrets) {
        return new SignerCertificates(secrets);
    }

    @Bean
    Admission admission(SourceRegister sources, SignerCertificates certificates, TrustFolder trust) {
        return new Admission(sources, certificates, trust);
    }

    @Bean
    AnsweredLetters answeredLetters(JdbcClient jdbc) {
        return new AnsweredLetters(jdbc);
    }

    private static Path var(Environment environment) {
        return Path.of(environment.getProperty("jianxi.var", "var"));
    }

    private static Path home(Environment environment) {
        return Path.of(environment.getProperty("jianxi.home", ""));
    }
}
