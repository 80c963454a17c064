package org.jianxi.gateway.api;

import org.jianxi.gateway.intake.AccessKeys;
import org.jianxi.gateway.intake.Act;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who may call what. Everything that is not named here is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] THEIR_OWN_JUDGES = {
        "/api/v1/submissions", "/services/submissions", "/api/v1/ministry/acknowledgements"
    };
    /** Of people: marks, and what units are asked about their records. */
    private static final String[] OF_PEOPLE = {
        "/api/v1/hardship/**", "/api/v1/overlaps", "/api/v1/overlaps/*", "/api/v1/screenings", "/api/v1/screenings/*"
    };

    private static final String[] ANSWERS = {
        "/api/v1/hardship/marks/*/acts", "/api/v1/overlaps/*/closing", "/api/v1/screenings/*/closing"
    };
    private static final String[] SERVICE_DESCRIPTION = {
        "/services/submissions", "/services/submissions.wsdl", "/services/submissions.xsd"
    };

    /** No cookies and no sessions: a key with every call, so there is nothing for another site to ride on. */
    @Bean
    SecurityFilterChain everyCallNamesItsCaller(HttpSecurity http, AccessKeys keys, ProblemAnswers problems) {
        http.csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(keys), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(SecurityConfiguration::marksAndInquiries)
                .authorizeHttpRequests(
                        calls -> calls.requestMatchers(EndpointRequest.to("health", "info", "prometheus"))
                                .permitAll()
                                .requestMatchers("/openapi.json", "/error", "/api/v1/rules", "/api/v1/rules/*")
                                .permitAll()
                                // the door reads the key itself; the ministry's word is known by its signature
                                .requestMatchers(HttpMethod.POST, THEIR_OWN_JUDGES)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, SERVICE_DESCRIPTION)
                                .permitAll()
                                // the lists for everybody, which say themselves whether they are open
                                .requestMatchers(HttpMethod.GET, "/api/v1/public/*", "/api/v1/public/*/*")
                                .permitAll())
                .authorizeHttpRequests(SecurityConfiguration::submissionsAndReturns)
                .authorizeHttpRequests(calls -> calls.anyRequest().denyAll());
        return http.build();
    }

    /** Registries and their runs are the office's. A sender reads what is its own people's, objects and closes its side; what it may see of it the calls themselves say. */
    private static void marksAndInquiries(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls) {
        calls.requestMatchers("/api/v1/registries", "/api/v1/registries/**")
                .hasAnyAuthority(Act.WORK_WITH_REGISTRIES.authorities())
                .requestMatchers(HttpMethod.GET, OF_PEOPLE)
                .hasAnyAuthority(Act.READ_MARKS.authorities())
                .requestMatchers(HttpMethod.POST, ANSWERS)
                .hasAnyAuthority(Act.DECIDE_MARKS.authorities());
    }

    /** What was delivered, what became of it and who may put a name under it. */
    private static void submissionsAndReturns(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls) {
        calls.requestMatchers(HttpMethod.POST, "/api/v1/returns/*/approve", "/api/v1/returns/*/withdraw-approval")
                .hasAnyAuthority(Act.APPROVE.authorities())
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/submissions/*/return",
                        "/api/v1/submissions/*/return/undo",
                        "/api/v1/windows/*/exceptions")
                .hasAnyAuthority(Act.ANSWER_UNITS.authorities())
                .requestMatchers(HttpMethod.POST, "/api/v1/returns/*/file")
                .hasAnyAuthority(Act.FILE.authorities())
                .requestMatchers(HttpMethod.POST, "/api/v1/reminders/*")
                .hasAnyAuthority(Act.REMIND.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/submissions/**")
                .hasAnyAuthority(Act.READ_DELIVERIES.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/duties/*")
                .hasAnyAuthority(Act.READ_DUTIES.authorities())
                .requestMatchers(HttpMethod.POST, "/api/v1/handovers")
                .hasAnyAuthority(Act.HAND_OVER.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/handovers")
                .hasAnyAuthority(Act.SEE_HANDOVERS.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/publishing")
                .hasAnyAuthority(Act.SEE_PUBLISHING.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/records/**")
                .hasAnyAuthority(Act.READ_RECORDS.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/windows/*", "/api/v1/windows/*/exceptions", "/api/v1/reasons")
                .hasAnyAuthority(Act.READ_MONTH.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/entitlements/*")
                .hasAnyAuthority(Act.READ_MONEY.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/ledger/**")
                .hasAnyAuthority(Act.READ_PROOFS.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/webhooks/**")
                .hasAnyAuthority(Act.READ_NOTICES.authorities())
                .requestMatchers(HttpMethod.POST, "/api/v1/webhooks/deliveries/*/replay")
                .hasAnyAuthority(Act.REPEAT_NOTICES.authorities())
                .requestMatchers(HttpMethod.GET, "/api/v1/**")
                .hasAnyAuthority(Act.READ_RETURN.authorities());
    }
}
