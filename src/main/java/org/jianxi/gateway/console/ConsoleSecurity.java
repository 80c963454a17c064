package org.jianxi.gateway.console;

import org.jianxi.gateway.flow.accounts.SignInDesk;
import org.jianxi.gateway.intake.Act;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may open which page. A cookie is at work here, so every form carries a token; nothing is loaded from anywhere else. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    static final String LOGIN = "/console/login";
    static final String ENROL = "/console/enrol";

    private static final String ONLY_OURS = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String[] RETURN = {
        "/console/returns/*",
        "/console/returns/*/cells/*",
        "/console/returns/*/filings/*/*",
        "/console/archives/*",
        "/console/derived/*",
        "/console/derived/*/*",
        "/console/reports/*",
        "/console/reports/*/document",
        "/console/reminders",
        "/console/targets",
        "/console/targets/table",
        "/console/money",
        "/console/money/*",
        "/console/money/*/table"
    };

    private static final String[] ANSWERS = {
        "/console/submissions/*/return", "/console/submissions/*/return/undo", "/console/window/exceptions"
    };

    private static final String[] UPLOADS = {"/console/upload", "/console/upload/try", "/console/upload/form"};

    private static final String[] REGISTRIES = {
        "/console/registries",
        "/console/registries/*/candidates",
        "/console/registries/*/candidates/*",
        "/console/registries/*/candidates/*/closing"
    };

    /** The pages themselves ask what in them is the reader's. */
    private static final String[] DELIVERIES = {
        "/console/submissions/*",
        "/console/submissions/*/raw",
        "/console/submissions/*/receipt",
        "/console/submissions/*/findings"
    };

    @Bean
    @Order(0)
    SecurityFilterChain everyPageKnowsItsReader(HttpSecurity http, SignInDesk desk) {
        http.securityMatcher("/console", "/console/**")
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ConsoleSessions(desk), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(ONLY_OURS))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frames -> frames.deny()))
                .authorizeHttpRequests(ConsoleSecurity::pages);
        return http.build();
    }

    private static void pages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        doors(pages);
        acts(pages);
        pages.requestMatchers(HttpMethod.GET, RETURN)
                .hasAnyAuthority(Act.READ_RETURN.authorities())
                .requestMatchers(HttpMethod.GET, "/console/duties", "/console/duties/*", "/console/duties/*/table")
                .hasAnyAuthority(Act.READ_DUTIES.authorities())
                .requestMatchers(HttpMethod.GET, "/console/window")
                .hasAnyAuthority(Act.READ_MONTH.authorities())
                .requestMatchers(HttpMethod.GET, DELIVERIES)
                .hasAnyAuthority(Act.READ_DELIVERIES.authorities())
                .requestMatchers(HttpMethod.GET, "/console/ledger")
                .hasAnyAuthority(Act.BROWSE_LEDGER.authorities())
                .requestMatchers(HttpMethod.GET, "/console/sources")
                .hasAnyAuthority(Act.SEE_SOURCES.authorities())
                .requestMatchers(HttpMethod.GET, "/console/publishing")
                .hasAnyAuthority(Act.SEE_PUBLISHING.authorities())
                .requestMatchers(HttpMethod.GET, "/console/screenings", "/console/screenings/*")
                .hasAnyAuthority(Act.READ_MARKS.authorities())
                .requestMatchers(REGISTRIES)
                .hasAnyAuthority(Act.WORK_WITH_REGISTRIES.authorities())
                .requestMatchers("/console/mappings", "/console/mappings/*")
                .hasAnyAuthority(Act.TRY_MAPPINGS.authorities())
                .requestMatchers("/console", "/console/logout", "/console/passkeys", "/console/passkeys/*")
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    /** Before anybody is known. */
    private static void doors(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        pages.requestMatchers(HttpMethod.GET, LOGIN, ENROL, "/console/entered", "/console/assets/**")
                .permitAll()
                .requestMatchers(
                        HttpMethod.POST,
                        LOGIN,
                        LOGIN + "/passkey",
                        LOGIN + "/passkey/question",
                        ENROL,
                        ENROL + "/choice")
                .permitAll();
    }

    private static void acts(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        pages.requestMatchers(HttpMethod.POST, "/console/handovers")
                .hasAnyAuthority(Act.HAND_OVER.authorities())
                .requestMatchers(HttpMethod.GET, "/console/handovers")
                .hasAnyAuthority(Act.SEE_HANDOVERS.authorities())
                .requestMatchers(HttpMethod.GET, "/console/people")
                .hasAnyAuthority(Act.SEE_ACCOUNTS.authorities())
                .requestMatchers(HttpMethod.POST, "/console/people", "/console/people/*/*")
                .hasAnyAuthority(Act.CHANGE_ACCOUNTS.authorities())
                .requestMatchers(HttpMethod.POST, "/console/returns/*/approve", "/console/returns/*/withdraw")
                .hasAnyAuthority(Act.APPROVE.authorities())
                .requestMatchers(
                        HttpMethod.POST,
                        "/console/returns/*/file",
                        "/console/returns/*/filings/*/acknowledgement",
                        "/console/returns/*/filings/*/acknowledgement/signed")
                .hasAnyAuthority(Act.FILE.authorities())
                .requestMatchers(HttpMethod.POST, "/console/returns/*/read")
                .hasAnyAuthority(Act.MARK_RETURN_READ.authorities())
                .requestMatchers(UPLOADS)
                .hasAnyAuthority(Act.UPLOAD.authorities())
                .requestMatchers(HttpMethod.POST, "/console/submissions/*/explanations")
                .hasAnyAuthority(Act.UPLOAD.authorities())
                .requestMatchers(HttpMethod.POST, ANSWERS)
                .hasAnyAuthority(Act.ANSWER_UNITS.authorities())
                .requestMatchers(HttpMethod.POST, "/console/screenings/*")
                .hasAnyAuthority(Act.DECIDE_MARKS.authorities())
                .requestMatchers(HttpMethod.POST, "/console/reminders/*")
                .hasAnyAuthority(Act.REMIND.authorities());
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Strict").path("/console"));
        return tokens;
    }
}
