package org.jianxi.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The baseline: Spring Boot on the gateway's libraries and nothing of the gateway.
 *
 * <p>With {@code bench.insert=true} it has one controller that inserts a body as it came and answers 201. It checks no key,
 * reads nothing and signs nothing: the least that an intake with a database can do.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
public class BareApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    @Bean
    @ConditionalOnProperty("bench.insert")
    BareInsert insert(JdbcClient jdbc) {
        return new BareInsert(jdbc);
    }
}
